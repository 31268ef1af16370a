using System.Globalization;

namespace SmeKpi.Web.Api;

/// <summary>As-of moments in addresses, options and answers.</summary>
internal static class Moments
{
    private static readonly TimeSpan s_shanghai = TimeSpan.FromHours(8);

    private static readonly string[] s_local = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    public static string Iso(DateTimeOffset moment) =>
        moment.ToOffset(s_shanghai).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Reads a date (meaning the end of that day in Shanghai), a local time, or a moment with its offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        if (DateTime.TryParseExact(text, s_local, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            DateTime end = text.Length == 10 ? local.AddDays(1).AddTicks(-1) : local;
            moment = new DateTimeOffset(end, s_shanghai);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out moment);
    }
}
