using SmeKpi.Core.Exploring;
using SmeKpi.Core.Exports;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;
using SmeKpi.Web.Exploring;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exports;

/// <summary>/export/explore: the answer to an explorer page's question, one row for each cell, none left out.</summary>
internal static class ExplorerExport
{
    private static readonly HashSet<string> s_numbers = ["value", "expected", "present"];
    private static readonly HashSet<string> s_flags = ["complete", "synthetic"];

    /// <remarks>Parameters as in the address of the page.</remarks>
    public static async Task<IResult> ReadAsync(
        HttpContext context,
        VisibleExplorer explorer,
        VisibleCity city,
        ExplorerWords words,
        ExportDesk desk,
        CancellationToken cancellationToken,
        string? format = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        (IResult? wrong, ExplorationAnswer? answer, DateTimeOffset? asOf) =
            await ExplorerEndpoints.AskAsync(context.Request, explorer, words, cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        SheetTable sheet = answer!.Table is { } table ? ExplorationSheet.Of(table) : new SheetTable([], []);
        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request,
            asOf ?? await city.KnownSinceAsync(null, cancellationToken),
            answer.Table?.Synthetic == true,
            []);
        return await desk.HandOutAsync(context, Of(sheet, facts), format!);
    }

    private static ExportTable Of(SheetTable sheet, IReadOnlyList<ExportFact> facts) => new(
        "explore",
        [.. sheet.Heads.Select(head => new ExportColumn(head, KindOf(head)))],
        sheet.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select((value, at) => Typed(value, KindOf(sheet.Heads[at])))])
            .ToAsyncEnumerable(),
        facts) { ControlColumn = "value" };

    private static ExportKind KindOf(string head) => s_numbers.Contains(head) ? ExportKind.Number
        : s_flags.Contains(head) ? ExportKind.Flag
        : head == ExplorationWords.Of(ExplorationAxis.Month) ? ExportKind.Month
        : ExportKind.Text;

    private static object? Typed(SheetValue value, ExportKind kind) => kind switch
    {
        ExportKind.Number => value.Number,
        ExportKind.Flag => value.Text == "true",
        ExportKind.Month => value.Text is { } month ? YearMonth.Parse(month) : null,
        _ => value.Text,
    };
}
