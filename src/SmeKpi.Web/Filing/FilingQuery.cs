using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Filing;

/// <summary>Which filings a page or the API asks for, from its address.</summary>
/// <param name="Wrong">The parameter that cannot be read; null when all can.</param>
internal sealed record FilingQuery(string? Bank, YearMonth? Month, SubmissionState? State, int Page, string? Wrong)
{
    public const int PageSize = 50;

    public int Skip => (Page - 1) * PageSize;

    public static FilingQuery Parse(string? bank, string? month, string? state, string? page)
    {
        bool isMonth = YearMonth.TryParse(month ?? string.Empty, out YearMonth parsed);
        bool isState = SubmissionStates.TryParse(state, out SubmissionState named);
        string? wrong = !string.IsNullOrEmpty(month) && !isMonth ? "month"
            : !string.IsNullOrEmpty(state) && !isState ? "state"
            : null;
        return new FilingQuery(
            string.IsNullOrEmpty(bank) ? null : bank,
            isMonth ? parsed : null,
            isState ? named : null,
            int.TryParse(page, out int number) ? Math.Clamp(number, 1, 10_000) : 1,
            wrong);
    }
}
