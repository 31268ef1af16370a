using SmeKpi.Core.Access;
using SmeKpi.Core.Exploring;
using SmeKpi.Web.Access;
using SmeKpi.Web.Exploring;

namespace SmeKpi.Web.Api;

/// <summary>GET explore: the question of an explorer page's address, answered in full.</summary>
internal static class ExplorerEndpoints
{
    public static void MapExplorer(this RouteGroupBuilder api)
    {
        api.MapGet("explore", (HttpRequest request, VisibleExplorer explorer, ExplorerWords words, CancellationToken token) =>
                ReadAsync(request, explorer, words, Answers.WantsCsv(request), token))
            .Needs(Right.CellsRead)
            .WithSummary("The answer to an explorer page's question, one line for each cell; JSON, or CSV by Accept: text/csv")
            .Produces<ExplorationJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("explore.csv", (HttpRequest request, VisibleExplorer explorer, ExplorerWords words, CancellationToken token) =>
                ReadAsync(request, explorer, words, wantsCsv: true, token))
            .Needs(Right.CellsRead)
            .WithSummary("The same as CSV, for a link")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ReadAsync(
        HttpRequest request, VisibleExplorer explorer, ExplorerWords words, bool wantsCsv, CancellationToken cancellationToken)
    {
        (IResult? wrong, ExplorationAnswer? answer, DateTimeOffset? asOf) =
            await AskAsync(request, explorer, words, cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        SheetTable sheet = answer!.Table is { } table ? ExplorationSheet.Of(table) : new SheetTable([], []);
        return wantsCsv
            ? Answers.Csv(CsvText.Of(sheet.Heads, sheet.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(Plain)])))
            : Results.Ok(new ExplorationJson(
                ExplorationAddress.Write(Asked(request).Question),
                asOf is { } moment ? Moments.Iso(moment) : null,
                [.. sheet.Rows.Select(row => sheet.Heads.Zip(row, (head, value) => (head, Plain(value))).ToDictionary(pair => pair.head, pair => pair.Item2))]));
    }

    /// <summary>Asks what an address asks, in full.</summary>
    /// <returns>What is wrong with the address, else the answer and the moment whose knowledge it shows; null for now.</returns>
    public static async Task<(IResult? Wrong, ExplorationAnswer? Answer, DateTimeOffset? AsOf)> AskAsync(
        HttpRequest request, VisibleExplorer explorer, ExplorerWords words, CancellationToken cancellationToken)
    {
        if (KpiParameters.AsOf(request.Query["asOf"], out DateTimeOffset? asOf) is { } wrong)
        {
            return (wrong, null, null);
        }

        (Exploration question, IReadOnlyList<ExplorationFault> faults) = Asked(request);
        ExplorationAnswer? answer = faults.Count > 0
            ? null
            : await explorer.AskAsync(question, asOf, ExplorationFrame.MostCells, cancellationToken);
        // What a table leaves unsaid, as a sort by a column that it has not, is no reason to refuse it: the page shows it, too.
        return (answer is null ? faults : answer.Table is null ? answer.Faults : []) is [var fault, ..]
            ? (Results.Problem(
                title: "A parameter has the wrong form.", detail: words.Fault(fault), statusCode: StatusCodes.Status400BadRequest), null, null)
            : (null, answer, asOf);
    }

    private static (Exploration Question, IReadOnlyList<ExplorationFault> Faults) Asked(HttpRequest request) =>
        ExplorationAddress.Read(ExplorerReader.WithKept(
            request.Query.ToDictionary(part => part.Key, part => (IReadOnlyList<string>)[.. part.Value.OfType<string>()])));

    private static string? Plain(SheetValue value) => value.Number is { } number ? Decimals.Plain(number) : value.Text;
}

/// <param name="Question">The query part of the page's address; empty for the question nobody changed.</param>
/// <param name="Cells">One for each cell; numbers are decimal strings, unrounded, null where missing.</param>
internal sealed record ExplorationJson(
    string Question, string? AsOf, IReadOnlyList<IReadOnlyDictionary<string, string?>> Cells);
