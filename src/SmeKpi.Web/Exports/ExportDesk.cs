using System.Globalization;
using System.Net.Mime;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Exports;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Exports;

/// <summary>Hands a table out as a file, whole and with one entry in the audit chain.</summary>
/// <remarks>
/// Written to a file of its own first: the server's memory stays free however long the table is, and nobody gets half of
/// one. Its rows and control total stand in the file's metadata and in the answer's head.
/// </remarks>
internal sealed class ExportDesk(AuditTrail trail, TimeProvider clock)
{
    public const string RowsHeader = "X-Export-Rows";
    public const string ControlHeader = "X-Export-Control-Total";

    private static readonly Dictionary<string, string> s_types = new()
    {
        ["csv"] = "text/csv; charset=utf-8",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["parquet"] = "application/vnd.apache.parquet",
    };

    /// <returns>What is wrong with the name of a format; null when it is one.</returns>
    public static IResult? Wrong(string? format) => format is not null && s_types.ContainsKey(format)
        ? null
        : Answers.Wrong("format", format ?? string.Empty, string.Join(" | ", s_types.Keys));

    /// <summary>What every export says about itself.</summary>
    public IReadOnlyList<ExportFact> Facts(HttpRequest request, DateTimeOffset knownSince, bool synthetic, IEnumerable<string> sources) =>
    [
        new("question", request.Path + request.QueryString),
        new("as_of", Moments.Iso(knownSince)),
        new("written", Moments.Iso(clock.GetUtcNow())),
        new("synthetic", synthetic ? "true: made-up figures of fictional banks" : "false"),
        new("sources", string.Join("; ", sources.Where(source => source.Length > 0).Distinct().Order(StringComparer.Ordinal))),
        new("program", $"SmeKpi {typeof(ExportDesk).Assembly.GetName().Version}"),
    ];

    public async Task<IResult> HandOutAsync(HttpContext context, ExportTable table, string format)
    {
        CancellationToken cancellationToken = context.RequestAborted;

        // Before anything is read: an export that cannot be recorded does not happen.
        await trail.RecordAsync(
            AuditAction.Export, $"{table.Title}.{format}", detail: context.Request.QueryString.Value, cancellationToken: cancellationToken);
        FileStream file = new(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            ExportTotals totals = await (format switch
            {
                "csv" => CsvExport.WriteAsync(table, file, cancellationToken),
                "xlsx" => XlsxExport.WriteAsync(table, file, cancellationToken),
                _ => ParquetExport.WriteAsync(table, file, cancellationToken),
            });
            file.Position = 0;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers[RowsHeader] = totals.Rows.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers[ControlHeader] = Decimals.Plain(totals.Control);
            context.Response.Headers.ContentDisposition =
                new ContentDisposition { FileName = $"smekpi-{table.Title}.{format}" }.ToString();
            return Results.Stream(file, s_types[format]);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
