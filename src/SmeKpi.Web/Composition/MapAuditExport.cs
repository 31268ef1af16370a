using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>The audit chain, or what was searched for in it, as a file: /audit/export.csv and .jsonl.</summary>
/// <remarks>Every column that a hash covers is there, so that others can verify the file without this program.</remarks>
internal static class AuditExport
{
    private static readonly string[] s_header =
    [
        "number", "at", "actor", "role", "address", "action", "target", "result", "detail", "previous_hash", "hash",
    ];

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapSmeKpiAuditExport(this WebApplication app)
    {
        app.MapGet("/audit/export.csv", (HttpContext context, AuditTrail trail, AuditReader reader) =>
            ExportAsync(context, trail, reader, "csv", "text/csv; charset=utf-8", CsvHeader, CsvLine))
            .Needs(Right.AuditExport).ExcludeFromDescription();
        app.MapGet("/audit/export.jsonl", (HttpContext context, AuditTrail trail, AuditReader reader) =>
            ExportAsync(context, trail, reader, "jsonl", "application/jsonl; charset=utf-8", string.Empty, JsonLine))
            .Needs(Right.AuditExport).ExcludeFromDescription();
    }

    // The mark in front tells spreadsheets that the letters are UTF-8.
    private static string CsvHeader => "\uFEFF" + CsvText.WordsLine(s_header);

    private static async Task<IResult> ExportAsync(
        HttpContext context,
        AuditTrail trail,
        AuditReader reader,
        string form,
        string contentType,
        string header,
        Func<AuditEntry, string> line)
    {
        AuditQuery query = AuditQuery.Parse(context.Request.Query);
        if (query.Rejected is [var wrong, ..])
        {
            return Answers.Wrong(wrong, context.Request.Query[wrong].ToString(), "a value that the page offers");
        }

        // Before the first byte: an export that cannot be recorded does not happen. It is its own last entry.
        await trail.RecordAsync(
            AuditAction.Export,
            $"audit.{form}",
            detail: query.IsLimited ? query.ToAddress(string.Empty) : null,
            cancellationToken: context.RequestAborted);
        AuditHead newest = await reader.NewestAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = new ContentDisposition
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"smekpi-audit-{newest.Number}.{form}"),
        }.ToString();
        return Results.Stream(
            stream => WriteAsync(
                stream, header, reader.AllAsync(query.ToSearch(), newest.Number, context.RequestAborted), line),
            contentType);
    }

    private static async Task WriteAsync(
        Stream stream, string header, IAsyncEnumerable<AuditEntry> entries, Func<AuditEntry, string> line)
    {
        await using StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(header);
        await foreach (AuditEntry entry in entries)
        {
            await writer.WriteAsync(line(entry));
        }
    }

    private static string CsvLine(AuditEntry entry) => CsvText.WordsLine(
    [
        entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.At.ToString("O", CultureInfo.InvariantCulture),
        entry.Event.Actor,
        entry.Event.Role,
        entry.Event.Address,
        entry.Event.Action,
        entry.Event.Target,
        AuditQuery.NameOf(entry.Event.Result),
        entry.Event.Detail,
        entry.PreviousHash,
        entry.Hash,
    ]);

    private static string JsonLine(AuditEntry entry) => JsonSerializer.Serialize(
        new
        {
            number = entry.Number,
            at = entry.At.ToString("O", CultureInfo.InvariantCulture),
            actor = entry.Event.Actor,
            role = entry.Event.Role,
            address = entry.Event.Address,
            action = entry.Event.Action,
            target = entry.Event.Target,
            result = AuditQuery.NameOf(entry.Event.Result),
            detail = entry.Event.Detail,
            previousHash = entry.PreviousHash,
            hash = entry.Hash,
        },
        s_json) + "\n";
}
