using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

public enum FilingState
{
    /// <summary>无需报送: the bank was not open, or nobody asked it for the return.</summary>
    NotRequired,

    /// <summary>未到期: nothing was received, and the day is not near.</summary>
    NotDue,

    /// <summary>即将到期: nothing was received, and the due day is near or within its grace.</summary>
    DueSoon,

    /// <summary>
    /// 已报待发布: a filing that no rule keeps out was received, but its figures do not count yet. After the day only what
    /// the bank has signed waits: the rest is overdue.
    /// </summary>
    Waiting,

    /// <summary>按时收到: received by the due day or within its grace.</summary>
    Received,

    /// <summary>迟报: received after that.</summary>
    Late,

    /// <summary>逾期未报: nothing was received although the day is over, or nothing that the bank has explained and signed.</summary>
    Overdue,
}

/// <summary>The first figures of a return that count for a bank and a month.</summary>
/// <param name="Day">The day by the city's clock on which the bank filed them.</param>
/// <param name="Import">The import that stored them.</param>
public readonly record struct FilingArrival(DateOnly Day, int Import);

/// <summary>A filing that still has to be explained, signed or published.</summary>
/// <param name="Day">The day by the city's clock on which the bank filed it.</param>
/// <param name="Filing">The number of the submission.</param>
/// <param name="IsWithBank">It waits for the bank's own act, a reason or the signature; else for the regulator.</param>
public readonly record struct WaitingFiling(DateOnly Day, int Filing, bool IsWithBank = false);

/// <summary>How one return of a bank for a month stands on a day.</summary>
/// <param name="Due">Null when it is not required.</param>
/// <param name="Days">
/// Calendar days: since the due day when late, whether or not it was published, or overdue; up to it when due soon or not
/// due; else zero. Never negative.
/// </param>
/// <param name="Arrival">Null while no figures count.</param>
/// <param name="Waiting">Null when figures count already or nothing waits.</param>
/// <param name="IsConfirmed">False when the rule or the working days behind the due day are not confirmed yet.</param>
public sealed record FilingStatus(
    string Bank,
    string Return,
    YearMonth Month,
    FilingState State,
    DateOnly? Due,
    int Days,
    FilingArrival? Arrival,
    WaitingFiling? Waiting,
    bool IsConfirmed)
{
    /// <summary>Whether it came after the day, published or waiting to be.</summary>
    public bool IsLate => State == FilingState.Late || (State == FilingState.Waiting && Days > 0);

    /// <summary>Whether the month's totals were or still are without this bank after the day, by what the bank did.</summary>
    public bool IsBehind => IsLate || State == FilingState.Overdue;
}
