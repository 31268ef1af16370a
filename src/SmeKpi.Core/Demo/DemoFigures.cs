using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>One bank in one area at one month end; amounts in hundredths of 万元.</summary>
internal sealed record AreaFigures
{
    public required long All { get; init; }

    public required long AllRmb { get; init; }

    public required long AllNpl { get; init; }

    public required long Nfra { get; init; }

    public required long Pboc { get; init; }

    public required long NfraNpl { get; init; }

    public required long Granted { get; init; }

    public required long Interest { get; init; }

    public required long WrittenOff { get; init; }

    public required long Transferred { get; init; }

    public required long DebtSwapRepaid { get; init; }

    /// <summary>Not reported by area; part of the area's published total.</summary>
    public required long Deposits { get; init; }

    public required long DepositsRmb { get; init; }
}

/// <summary>What a bank reports for the city as a whole: indicator, scope, amount or count.</summary>
internal sealed record CityFigure(string Indicator, string Scope, long Value, bool IsCount = false);

/// <summary>A bank's return of one month.</summary>
internal sealed record BankMonth(
    DemoBank Bank, YearMonth Month, IReadOnlyList<AreaFigures> Areas, IReadOnlyList<CityFigure> City);
