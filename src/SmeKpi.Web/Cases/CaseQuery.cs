using SmeKpi.Core.Cases;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Cases;

/// <summary>Which cases are asked for: all of it stands in the address.</summary>
/// <param name="Overdue">Only those whose deadline passed without a reply.</param>
public sealed record CaseQuery(string? Bank, CaseState? State, bool Overdue, YearMonth? Month)
{
    /// <summary>The word for those whose deadline passed; no state, but asked for like one.</summary>
    public const string OverdueWord = "overdue";

    /// <summary>A part of the address that could not be understood, with what was found; null when all was.</summary>
    public (string Name, string Found)? Rejected { get; private init; }

    public static CaseQuery Parse(string? bank, string? state, string? month)
    {
        bool isMonth = YearMonth.TryParse(month ?? string.Empty, out YearMonth parsed);
        bool isState = CaseNames.States.TryGetValue(state ?? string.Empty, out CaseState named);
        bool overdue = state == OverdueWord;
        return new CaseQuery(
            string.IsNullOrEmpty(bank) ? null : bank, isState ? named : null, overdue, isMonth ? parsed : null)
        {
            Rejected = !string.IsNullOrEmpty(state) && !isState && !overdue ? ("state", state)
                : !string.IsNullOrEmpty(month) && !isMonth ? ("month", month)
                : null,
        };
    }

    public bool Takes(CaseItem item) =>
        (Bank is null || item.Case.Bank == Bank)
        && (State is null || item.Case.State == State)
        && (!Overdue || item.IsOverdue)
        && (Month is null || item.Case.Month == Month);
}
