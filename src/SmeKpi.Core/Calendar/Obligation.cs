using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

/// <summary>A return (报表) that banks file every month.</summary>
/// <param name="Evidence">Codes of indicators: the first stored figure of any of them shows that it was received.</param>
public sealed record FilingReturn(string Code, LocalizedText Name, IReadOnlyList<string> Evidence);

public enum DueRule
{
    /// <summary>The nth working day after the month.</summary>
    WorkingDay,

    /// <summary>The nth day after the month, or the next working day.</summary>
    CalendarDay,
}

/// <summary>Banks of some types owe a return by a day (报送义务).</summary>
/// <param name="Return">The code of the return.</param>
/// <param name="Number">Which day after the end of the month.</param>
/// <param name="Grace">Working days after the due day in which a return is still in time.</param>
/// <param name="Soon">Working days before the due day from which it is due soon.</param>
/// <param name="ValidFrom">The first month that is owed.</param>
/// <param name="ValidTo">The last month that is owed; null while it goes on.</param>
/// <param name="IsConfirmed">False while the collecting office has not confirmed the day.</param>
public sealed record Obligation(
    string Return,
    IReadOnlySet<BankType> Banks,
    DueRule Rule,
    int Number,
    int Grace,
    int Soon,
    YearMonth ValidFrom,
    YearMonth? ValidTo,
    LocalizedText Source,
    bool IsConfirmed)
{
    public bool IsOwedFor(YearMonth month) => ValidFrom <= month && (ValidTo is not { } last || month <= last);
}
