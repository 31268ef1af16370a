using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>What the reader of a page chose: all of it stands in the address.</summary>
/// <param name="Month">Null means the newest month with data.</param>
/// <param name="AsOf">The moment whose knowledge is shown; null means now.</param>
/// <param name="Region">Null means the city.</param>
public sealed record ViewQuery(YearMonth? Month = null, DateTimeOffset? AsOf = null, string? Region = null)
{
    // China has had one zone and no summer time since 1991.
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private static readonly string[] s_localForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The names of the parts of the address that could not be understood; the page says so.</summary>
    public IReadOnlyList<string> Rejected { get; private init; } = [];

    /// <param name="month">yyyy-MM.</param>
    /// <param name="asOf">A day (its end in China), a local time in China, or a moment with its offset.</param>
    /// <returns>What was understood; parts in another form are left out and named in <see cref="Rejected"/>.</returns>
    public static ViewQuery Parse(string? month, string? asOf, string? region)
    {
        bool monthGiven = !string.IsNullOrEmpty(month);
        bool asOfGiven = !string.IsNullOrEmpty(asOf);
        bool monthKnown = YearMonth.TryParse(month, out YearMonth parsedMonth);
        DateTimeOffset? moment = asOfGiven ? ParseMoment(asOf!) : null;
        List<string> rejected = [];
        if (monthGiven && !monthKnown)
        {
            rejected.Add("month");
        }

        if (asOfGiven && moment is null)
        {
            rejected.Add("asOf");
        }

        return new ViewQuery(
            monthKnown ? parsedMonth : null, moment, string.IsNullOrEmpty(region) ? null : region)
        {
            Rejected = rejected,
        };
    }

    /// <summary>The same choice as the query part of an address, with its question mark; empty when nothing is chosen.</summary>
    public string ToAddress()
    {
        List<string> parts = [];
        if (Month is { } month)
        {
            parts.Add($"month={month}");
        }

        if (AsOf is not null)
        {
            parts.Add($"asOf={Uri.EscapeDataString(AsOfInput)}");
        }

        if (Region is not null)
        {
            parts.Add($"region={Uri.EscapeDataString(Region)}");
        }

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The as-of moment as China's clock shows it, in the form an input of the browser takes.</summary>
    public string AsOfInput => AsOf is { } asOf
        ? asOf.ToOffset(ChinaOffset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        : "";

    private static DateTimeOffset? ParseMoment(string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out DateTime day)
            && day < DateTime.MaxValue.Date)
        {
            return new DateTimeOffset(day, ChinaOffset).AddDays(1).AddSeconds(-1);
        }

        if (DateTime.TryParseExact(text, s_localForms, invariant, DateTimeStyles.None, out DateTime local))
        {
            return local.Year > 1 ? new DateTimeOffset(local, ChinaOffset) : null;
        }

        // A plus sign that was not escaped arrives as a space.
        return text.Contains('T') && DateTimeOffset.TryParse(
            text.Replace(' ', '+'), invariant, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null;
    }
}
