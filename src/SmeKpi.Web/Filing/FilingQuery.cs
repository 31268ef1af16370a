using System.Globalization;
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

    /// <summary>The address of the same list in another state or on another page.</summary>
    public string ToAddress(SubmissionState? state, int page)
    {
        string[] parts =
        [
            .. Part("bank", Bank),
            .. Part("month", Month?.ToString()),
            .. Part("state", state is { } known ? SubmissionStates.Of(known) : null),
            .. Part("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return parts.Length == 0 ? "/filings" : $"/filings?{string.Join('&', parts)}";
    }

    private static IEnumerable<string> Part(string name, string? value) =>
        value is null ? [] : [$"{name}={Uri.EscapeDataString(value)}"];
}
