using SmeKpi.Core.Kpis;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Units;
using SmeKpi.Web.Supervision;

namespace SmeKpi.Web.Api;

/// <summary>A test of a bank as the API gives it; numbers are decimal strings, unrounded.</summary>
internal sealed record BankTestJson
{
    /// <summary>As in npl-gap.</summary>
    public required string Id { get; init; }

    public required string Bank { get; init; }

    public required string Month { get; init; }

    public required string Region { get; init; }

    /// <summary>normal, differentiated or exempt.</summary>
    public required string Mode { get; init; }

    public required AmountJson? Value { get; init; }

    public required AmountJson? Threshold { get; init; }

    public required string Standing { get; init; }

    /// <summary>Why there is no verdict; none when there is one.</summary>
    public required string Why { get; init; }

    /// <summary>Null when no rule names the month.</summary>
    public required ClauseJson? Clause { get; init; }

    /// <summary>The figures it rests on; empty for whoever may not see them.</summary>
    public required IReadOnlyList<TestFigureJson> Figures { get; init; }

    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required string AsOf { get; init; }

    public required bool Synthetic { get; init; }

    public static IEnumerable<BankTestJson> Of(SupervisionData data, DateTimeOffset known) =>
        from sheet in data.Sheets
        from result in sheet.Tests
        select Of(data, sheet, result, known);

    private static BankTestJson Of(SupervisionData data, BankSheet sheet, BankTestResult result, DateTimeOffset known) => new()
    {
        Id = result.Rule.Id,
        Bank = sheet.Bank.Code,
        Month = sheet.Month.ToString(),
        Region = data.Region,
        Mode = ReadingJson.Kebab(result.Mode),
        Value = AmountJson.Of(result.Value.Value),
        Threshold = AmountJson.Of(result.Threshold),
        Standing = ReadingJson.Kebab(result.Standing),
        Why = ReadingJson.Kebab(result.Why),
        Clause = result.Period is { } period ? ClauseJson.Of(period) : null,
        Figures = data.SeesFigures ? [.. result.Value.Figures.Select(TestFigureJson.Of)] : [],
        Counts = result.Value.Counts.ToDictionary(count => count.Name, count => count.Number),
        AsOf = Moments.Iso(known),
        Synthetic = result.Value.Synthetic || sheet.Synthetic,
    };
}

/// <summary>What a test rests on.</summary>
/// <param name="Provision">As in M10.1; null when it is no provision of the policy.</param>
/// <param name="Verified">False while number and words have not been compared with the document.</param>
internal sealed record ClauseJson(string? Provision, string Document, LocalizedText Text, string? Source, bool Verified)
{
    public static ClauseJson Of(TestPeriod period) => new(
        period.Provision ?? period.Clause.Provision,
        period.Clause.Document,
        period.Clause.Text,
        period.Clause.Source?.ToString(),
        period.Clause.IsVerified);
}

/// <param name="Value">In the unit of the indicator; null when it is missing.</param>
internal sealed record TestFigureJson(string Indicator, string Scope, string Month, string? Value)
{
    public static TestFigureJson Of(ResolvedFigure figure) => new(
        figure.Request.Indicator,
        figure.Request.Scope,
        figure.Request.Month.ToString(),
        figure.Number is { } number ? Decimals.Plain(number) : null);
}
