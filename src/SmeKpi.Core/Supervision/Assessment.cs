using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>How a bank is assessed in a year (考核方式).</summary>
public enum AssessmentMode
{
    /// <summary>正常考核</summary>
    Normal,

    /// <summary>差异化考核: must meet its own credit plan instead of the growth goals.</summary>
    Differentiated,

    /// <summary>豁免: shown without a verdict.</summary>
    Exempt,
}

/// <summary>The decision on one bank and year.</summary>
/// <param name="Plan">信贷计划: the planned increase of inclusive loans within the year; null when none is known.</param>
/// <param name="Goal">A growth since year start that the office asked of the bank; null when it is the growth of all loans.</param>
/// <param name="DecidedOn">Who looks at an earlier day does not know it.</param>
/// <param name="Synthetic">Made up for the demonstration.</param>
public sealed record Assessment(
    string Bank,
    int Year,
    AssessmentMode Mode,
    Money? Plan,
    Percentage? Goal,
    DateOnly DecidedOn,
    string DecidedBy,
    string Source,
    bool Synthetic);

/// <summary>The decisions on all banks and years; a later one replaces an earlier one from its day on.</summary>
public sealed class AssessmentBook(IReadOnlyList<Assessment> decisions)
{
    internal IReadOnlyList<Assessment> Decisions => decisions;

    /// <returns>The newest decision known on a day; null when there was none, and the bank is assessed normally.</returns>
    public Assessment? Find(string bank, int year, DateOnly knownOn) => decisions
        .Where(each => each.Bank == bank && each.Year == year && each.DecidedOn <= knownOn)
        .MaxBy(each => each.DecidedOn);
}
