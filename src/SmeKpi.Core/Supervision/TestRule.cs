using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>What a test of banks (监管检验) is called, asks for and rests on; one entry of tests.yaml.</summary>
/// <param name="Id">As in npl-gap: the same in data, code, address and API.</param>
/// <param name="Unit">Of value and threshold.</param>
/// <param name="JudgesDifferentiated">Whether a bank under differentiated assessment gets a verdict.</param>
/// <param name="JudgesExempt">Whether an exempt bank gets one.</param>
/// <param name="Notice">The words that a notice of a failed test begins with.</param>
public sealed record TestRule(
    string Id,
    LocalizedText Name,
    LocalizedText Meaning,
    Unit Unit,
    bool JudgesDifferentiated,
    bool JudgesExempt,
    LocalizedText Notice,
    IReadOnlyList<TestPeriod> Periods)
{
    /// <returns>What holds in the month; null when no period names it.</returns>
    public TestPeriod? PeriodOf(YearMonth month) =>
        Periods.FirstOrDefault(period => period.From <= month && (period.Until is not { } last || month <= last));

    /// <summary>Whether banks assessed in this way get a verdict.</summary>
    public bool Judges(AssessmentMode mode) => mode switch
    {
        AssessmentMode.Differentiated => JudgesDifferentiated,
        AssessmentMode.Exempt => JudgesExempt,
        _ => true,
    };
}

/// <summary>What a test asks for in a stretch of months.</summary>
/// <param name="Until">The last month; null while it goes on.</param>
/// <param name="Provision">The provision of the policy that gives threshold and verdict, as in M10.1; null when the file does.</param>
/// <param name="Compare">Null where the value is shown without a verdict, or a provision judges.</param>
/// <param name="Threshold">In the rule's unit; null as above, and where the bank's own credit plan is the threshold.</param>
/// <param name="IsOwnPlan">The threshold is the bank's own credit plan.</param>
/// <param name="IsFinalMonthly">True when every month is final; false when only December is.</param>
/// <param name="BehindUpTo">How far short of the threshold is behind and not far behind; null when all of it is behind.</param>
public sealed record TestPeriod(
    YearMonth From,
    YearMonth? Until,
    string? Provision,
    Comparison? Compare,
    decimal? Threshold,
    bool IsOwnPlan,
    bool IsFinalMonthly,
    decimal? BehindUpTo,
    Clause Clause);

/// <summary>The words a test rests on, and where they were published.</summary>
/// <param name="Document">The number of the document.</param>
/// <param name="Provision">The provision of the policy, as in M08.1; null when the document is none of ours.</param>
/// <param name="Source">Where it can be read; null when no address is known.</param>
/// <param name="IsVerified">False while nobody compared number and words with the document.</param>
public sealed record Clause(string Document, string? Provision, LocalizedText Text, Uri? Source, bool IsVerified);
