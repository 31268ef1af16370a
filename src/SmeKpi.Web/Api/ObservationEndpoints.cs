using SmeKpi.Core.Access;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET observations: stored values with the cells they came from.</summary>
internal static class ObservationEndpoints
{
    private static readonly string[] s_header =
    [
        "indicator", "scope", "bank", "region", "month", "value", "unit", "synthetic", "known_since",
        "file", "sheet", "row", "column", "publisher", "title", "address",
    ];

    public static void MapObservations(this RouteGroupBuilder api) => api.MapGet("observations", ReadAsync)
            .Needs(Right.CellsRead)
        .WithSummary("The newest known vintage of each value of an indicator; JSON, or CSV by Accept: text/csv")
        .Produces<IReadOnlyList<ObservationJson>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="bank">A bank's code; empty for the area's published total; all when left out.</param>
    private static async Task<IResult> ReadAsync(
        HttpRequest request,
        VisibleCity city,
        Composition.Law law,
        CancellationToken cancellationToken,
        string? indicator = null,
        string? scope = null,
        string? bank = null,
        string? region = null,
        string? from = null,
        string? to = null,
        string? asOf = null)
    {
        (IResult? wrong, IReadOnlyList<Vintage> vintages) =
            await AskAsync(city, law, indicator, scope, bank, region, from, to, asOf, cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        List<ObservationJson> found = [.. vintages.Select(ObservationJson.Of)];
        return Answers.WantsCsv(request)
            ? Answers.Csv(CsvText.Of(s_header, found.Select(each => each.ToRow())))
            : Results.Ok(found);
    }

    /// <summary>The values that parameters ask for, or what is wrong with them.</summary>
    internal static async Task<(IResult? Wrong, IReadOnlyList<Vintage> Found)> AskAsync(
        VisibleCity city,
        Composition.Law law,
        string? indicator,
        string? scope,
        string? bank,
        string? region,
        string? from,
        string? to,
        string? asOf,
        CancellationToken cancellationToken)
    {
        if (indicator is null || law.Indicators.Find(indicator) is null)
        {
            return (Answers.Wrong("indicator", indicator ?? string.Empty, "a code of indicators.yaml, as in loans.all.balance"), []);
        }

        if (!TryMonth(from, out YearMonth? first))
        {
            return (Answers.Wrong("from", from!, KpiParameters.MonthForm), []);
        }

        if (!TryMonth(to, out YearMonth? last))
        {
            return (Answers.Wrong("to", to!, KpiParameters.MonthForm), []);
        }

        return KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong
            ? (wrong, [])
            : (null, await city.ObservationsAsync(
                new ObservationQuery(indicator, scope, bank, region, first, last, moment), cancellationToken));
    }

    private static bool TryMonth(string? text, out YearMonth? month)
    {
        month = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        bool understood = YearMonth.TryParse(text, out YearMonth given);
        month = given;
        return understood;
    }
}

/// <summary>One stored value, where it came from and since when it is known.</summary>
internal sealed record ObservationJson(
    string Indicator,
    string Scope,
    string? Bank,
    string Region,
    string Month,
    AmountJson? Value,
    bool Synthetic,
    string KnownSince,
    string File,
    string Sheet,
    int Row,
    int Column,
    string? Publisher,
    string? Title,
    string? Address)
{
    public static ObservationJson Of(Vintage vintage) => new(
        vintage.Series.Indicator,
        vintage.Series.Scope,
        vintage.Series.Bank,
        vintage.Series.Region,
        vintage.Month.ToString(),
        AmountJson.Of(vintage.Value),
        vintage.Synthetic,
        Moments.Iso(vintage.KnownSince),
        vintage.FileName,
        vintage.Cell.Sheet,
        vintage.Cell.Row,
        vintage.Cell.Column,
        vintage.Publisher,
        vintage.Title,
        vintage.Address);

    public IReadOnlyList<string?> ToRow() =>
    [
        Indicator, Scope, Bank, Region, Month, Value?.Value, Value?.Unit, Synthetic ? "true" : "false", KnownSince,
        File, Sheet, Decimals.Plain(Row), Decimals.Plain(Column), Publisher, Title, Address,
    ];
}
