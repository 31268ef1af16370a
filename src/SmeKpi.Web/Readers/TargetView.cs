using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>One target in one month for one area: what its tile, its charts and its tables are drawn from.</summary>
public sealed record TargetView
{
    public required Provision Provision { get; init; }

    public required YearMonth Month { get; init; }

    /// <summary>The reading that gives the verdict; null when nothing was computed for the month.</summary>
    public required KpiReading? Ruling { get; init; }

    public required ReadingDefinition RulingDefinition { get; init; }

    /// <summary>The reading whose year is drawn: the ruling one unless the address names a rival.</summary>
    public required ReadingDefinition Shown { get; init; }

    /// <summary>The twelve months of the year under that reading; months after the one shown have no value.</summary>
    public required IReadOnlyList<YearPoint> Year { get; init; }

    /// <summary>Last month's standing, since when the target is behind, and whether it made good what it missed.</summary>
    public StandingHistory History { get; init; } = StandingHistory.None;

    /// <summary>The ruling reading first, then its rivals.</summary>
    public required IReadOnlyList<RivalRow> Readings { get; init; }

    /// <summary>How many of the banks there are to see for whoever looks.</summary>
    public required BankRows BankRows { get; init; }

    public required IReadOnlyList<SubjectRow> Banks { get; init; }

    public required IReadOnlyList<SubjectRow> Regions { get; init; }

    /// <summary>Banks open in the month whose figures are missing.</summary>
    public required IReadOnlyList<LocalizedText> MissingBanks { get; init; }

    /// <summary>How many banks the totals of the month waited or wait for; null where they are not the city's.</summary>
    public FilingNote? Filings { get; init; }

    /// <summary>Who moved the target; null where it is not divided or that was not asked for.</summary>
    public TargetCauses? Causes { get; init; }

    /// <summary>The office that has yet to confirm which reading rules; null when none has.</summary>
    public required LocalizedText? ToBeConfirmedBy { get; init; }

    /// <summary>The year end foretold from the month; null for areas within the city and for months without figures.</summary>
    public ForecastView? Forecast { get; init; }

    /// <summary>The last month that the law judges; null when this month is one or when there is none.</summary>
    public required YearMonth? LastJudged { get; init; }

    /// <summary>Published figures of others in the target's unit.</summary>
    public IReadOnlyList<BesideView> Beside { get; init; } = [];

    /// <summary>What happened in the months of the year so far.</summary>
    public EventList Events { get; init; } = EventList.None;

    /// <summary>The LPR; only beside the corporate rate.</summary>
    public LprView? Lpr { get; init; }

    /// <summary>The area.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The moment whose knowledge is shown; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public string Id => Provision.Id;

    /// <summary>Where the clause stands that sets target, pace and what follows from them.</summary>
    public string ClauseAddress => $"/measures/{Provision.Measure}";

    /// <summary>Where the ruling reading is taken apart.</summary>
    public string LineageAddress => LineageOf(Subject);

    /// <summary>Where the ruling reading of a bank or county is taken apart.</summary>
    public string LineageOf(Subject subject) => FigureAddress.Reading(Id, Month, subject, asOf: AsOf);

    /// <summary>Where a reading of the area in a month is taken apart.</summary>
    public string LineageOf(ReadingDefinition reading, YearMonth month) =>
        FigureAddress.Reading(Id, month, Subject, reading.IsRuling ? null : reading.Name, AsOf);

    /// <summary>Every bank is in for the month, yet the value cannot be judged: figures of an earlier month are missing.</summary>
    public bool LacksAnotherMonth =>
        Ruling is { Standing: Standing.Incomplete, Completeness: { IsComplete: true, Expected: > 0 } };

    public Standing Standing => Ruling?.Standing ?? Standing.Incomplete;
}

/// <summary>One month of a year chart; what is missing stays null and is drawn as a gap.</summary>
public sealed record YearPoint(
    YearMonth Month, Quantity? Actual, Quantity? Target, Quantity? Pace, Quantity? SeasonalPace, Standing? Standing)
{
    /// <summary>The value a line may show: a total of too few banks would look like a fall that never was.</summary>
    public Quantity? Drawn => Standing == Core.Kpis.Standing.Incomplete ? null : Actual;
}

/// <param name="Difference">The rival's value minus the ruling one; null for the ruling reading itself.</param>
/// <param name="Standing">Shown as a word only: a rival reading gives no verdict.</param>
public sealed record RivalRow(
    ReadingDefinition Definition, Quantity? Actual, Quantity? Difference, Standing? Standing);

/// <summary>A bank or a county in a table.</summary>
/// <param name="Target">What the value is held against; null where nothing is.</param>
/// <param name="Change">Since last month; null where last month cannot be compared.</param>
/// <param name="Share">The part of the area's total, in percent; only for amounts.</param>
/// <param name="Standing">Null where the number binds the city alone: no light is shown then.</param>
/// <param name="IsWithheld">The area rests on too few banks for whoever looks.</param>
public sealed record SubjectRow(
    string Code,
    LocalizedText Name,
    Quantity? Actual,
    Quantity? Target,
    Quantity? Change,
    Quantity? Share,
    Standing? Standing,
    bool IsWithheld = false)
{
    /// <summary>Codes of the banks that merged into this one: its figures go on from theirs.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>The place among all by value, equal values on the same place; null without a value.</summary>
    public int? Rank { get; init; }

    /// <summary>The place last month; null without a value then, or where counting began anew.</summary>
    public int? RankBefore { get; init; }

    /// <summary>Places won since last month; negative for places lost.</summary>
    public int? PlacesWon => RankBefore - Rank;

    /// <summary>Last month's value that <see cref="RankBefore"/> rests on.</summary>
    internal Quantity? Before { get; init; }
}
