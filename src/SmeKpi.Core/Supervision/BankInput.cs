using SmeKpi.Core.Calendar;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>One version of a bank's filing for a month, and where it stood.</summary>
/// <param name="WasRefused">Whether it was ever unreadable, rejected or returned: to take it back does not undo that.</param>
public sealed record FilingVersion(string Bank, YearMonth Month, SubmissionState State, bool WasRefused = false);

/// <summary>All that one bank is tested with in one month.</summary>
/// <param name="Figures">The month, the bank, and the figures known.</param>
/// <param name="Filings">Returns owed by the bank, of any months; empty when its filings are not looked at.</param>
/// <param name="Versions">Filings of the bank through the program, of any months.</param>
/// <param name="Today">The day whose knowledge is shown, by the city's clock.</param>
/// <exception cref="ArgumentException">The subject is no bank.</exception>
public sealed record BankInput(
    KpiInput Figures,
    SupervisionRules Rules,
    IReadOnlyList<FilingStatus> Filings,
    IReadOnlyList<FilingVersion> Versions,
    DateOnly Today)
{
    /// <summary>Months that a test of filings looks at: the month shown is the last of them.</summary>
    public const int Window = 12;

    public string Code { get; } = Figures.Subject.Bank
        ?? throw new ArgumentException("A bank is tested, not an area.", nameof(Figures));

    public YearMonth Month => Figures.Month;

    /// <summary>How the bank is assessed in the year of the month; normally when nothing was decided.</summary>
    public AssessmentMode Mode => AssessmentIn(Month.Year)?.Mode ?? AssessmentMode.Normal;

    public Assessment? AssessmentIn(int year) => Rules.Assessments.Find(Code, year, Today);

    /// <summary>The same bank in another month.</summary>
    public BankInput In(YearMonth month) => this with { Figures = Figures with { Month = month } };

    /// <summary>Whether a month is one of the twelve up to the month shown.</summary>
    public bool IsInYear(YearMonth month) => month <= Month && month > Month.AddMonths(-Window);

    /// <summary>The ruling reading of a target for the bank, judged.</summary>
    /// <returns>The reading and what it was computed from; null when it does not exist in the month.</returns>
    internal (KpiReading Reading, KpiValue Value)? Ruling(string kpi)
    {
        Provision provision = Figures.Policy.Provision(kpi);
        ReadingDefinition ruling = provision.Readings.First(reading => reading.IsRuling);
        return KpiCatalog.All.Single(each => each.Id == kpi).Evaluate(Figures, ruling) is { } value
            ? (Verdict.Of(Figures, provision, ruling.Name, value), value)
            : null;
    }

    /// <summary>What a test shows that is the reading of a target.</summary>
    internal TestValue ValueOf(string kpi) => Ruling(kpi) is { } found
        ? new TestValue(found.Value.Actual, [.. found.Value.Figures, .. found.Value.Adjustments]) { Reading = found.Reading }
        : new TestValue(null, []);

    /// <summary>A figure of the bank in a month.</summary>
    internal ResolvedFigure Figure(string indicator, YearMonth month, string scope = ScopeCodes.Nfra) =>
        Figures.Resolve(new FigureRequest(indicator, scope, month))[0];
}
