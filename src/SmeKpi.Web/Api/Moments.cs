using System.Globalization;

namespace SmeKpi.Web.Api;

/// <summary>As-of moments: the one reader and writer for pages, API and command line.</summary>
internal static class Moments
{
    // China has had one zone and no summer time since 1991.
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private static readonly string[] s_local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    private static readonly string[] s_withOffset =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static string Iso(DateTimeOffset moment) => Write(moment, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    /// <summary>The second of the moment by Shanghai's clock, in the form an input of the browser takes.</summary>
    public static string Second(DateTimeOffset moment) => Write(moment, "yyyy-MM-dd'T'HH:mm:ss");

    /// <summary>The shortest text that reads back as the same moment.</summary>
    public static string Exact(DateTimeOffset moment) =>
        TryParse(Second(moment), out DateTimeOffset second) && second == moment ? Second(moment) : Iso(moment);

    /// <summary>Reads a date, a local time of Shanghai, or a moment with its offset.</summary>
    /// <remarks>
    /// A date is the end of that day in Shanghai, a local time the end of the second it names: what arrived within it
    /// counts, and a form that shows whole seconds loses nothing. A moment with its offset is exactly that moment.
    /// </remarks>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out DateTime day))
        {
            return TryEnd(day, TimeSpan.FromDays(1), out moment);
        }

        if (DateTime.TryParseExact(text, s_local, invariant, DateTimeStyles.None, out DateTime local))
        {
            return TryEnd(local, TimeSpan.FromSeconds(1), out moment);
        }

        // A plus sign that was not escaped in an address arrives as a space.
        return DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), s_withOffset, invariant, DateTimeStyles.AssumeUniversal, out moment)
            && IsInCalendar(moment.DateTime);
    }

    private static bool TryEnd(DateTime start, TimeSpan length, out DateTimeOffset end)
    {
        end = IsInCalendar(start) ? new DateTimeOffset(start + length, ChinaOffset).AddTicks(-1) : default;
        return IsInCalendar(start);
    }

    // In the first and last year other zones would lead out of the calendar.
    private static bool IsInCalendar(DateTime time) => time.Year is > 1 and < 9999;

    private static string Write(DateTimeOffset moment, string form) =>
        moment.ToOffset(ChinaOffset).ToString(form, CultureInfo.InvariantCulture);
}
