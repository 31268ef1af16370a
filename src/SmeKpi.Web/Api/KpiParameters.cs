using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Api;

/// <summary>Reads the parameters that several addresses share; the first wrong one ends the request.</summary>
internal static class KpiParameters
{
    public const string MonthForm = "yyyy-MM, as in 2025-06";

    public const string MomentForm =
        "a date (its end in Shanghai), a local time of Shanghai or a moment with offset, as in 2025-07-20 or "
        + "2025-07-20T09:30:00+08:00";

    /// <summary>Reads "yyyy-MM" or "yyyy-MM..yyyy-MM".</summary>
    public static bool TryRange(string text, out YearMonth first, out YearMonth last)
    {
        string[] ends = text.Split("..");
        last = default;
        return YearMonth.TryParse(ends[0], out first)
            && ends.Length <= 2
            && YearMonth.TryParse(ends[^1], out last)
            && first <= last;
    }

    public static IResult? AsOf(string? text, out DateTimeOffset? asOf)
    {
        asOf = null;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!Moments.TryParse(text, out DateTimeOffset moment))
        {
            return Answers.Wrong("asOf", text, MomentForm);
        }

        asOf = moment;
        return null;
    }

    /// <summary>The names of the readings of one target, or of any when none is named.</summary>
    public static IReadOnlyList<string> ReadingNames(PolicyDocument policy, string? id) =>
    [
        .. KpiCatalog.All.Where(kpi => id is null || kpi.Id == id)
            .SelectMany(kpi => policy.Provision(kpi.Id).Readings)
            .Select(reading => reading.Name).Distinct(),
    ];

    public static bool IsKpi(string id) => KpiCatalog.All.Any(kpi => kpi.Id == id);
}
