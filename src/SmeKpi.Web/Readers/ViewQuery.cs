using SmeKpi.Core.Units;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>What the reader of a page chose: all of it stands in the address.</summary>
/// <param name="Month">Null means the newest month with data.</param>
/// <param name="AsOf">The moment whose knowledge is shown; null means now.</param>
/// <param name="Region">Null means the city.</param>
/// <param name="Reading">The reading whose year is drawn; null means the ruling one.</param>
public sealed record ViewQuery(
    YearMonth? Month = null, DateTimeOffset? AsOf = null, string? Region = null, string? Reading = null)
{
    /// <summary>The names of the parts of the address that could not be understood; the page says so.</summary>
    public IReadOnlyList<string> Rejected { get; private init; } = [];

    /// <param name="month">yyyy-MM.</param>
    /// <param name="asOf">In any form of <see cref="Moments.TryParse"/>; a date alone is the end of that day in China.</param>
    /// <returns>What was understood; parts in another form are left out and named in <see cref="Rejected"/>.</returns>
    public static ViewQuery Parse(string? month, string? asOf, string? region, string? reading = null)
    {
        bool monthGiven = !string.IsNullOrEmpty(month);
        bool asOfGiven = !string.IsNullOrEmpty(asOf);
        bool monthKnown = YearMonth.TryParse(month, out YearMonth parsedMonth) && IsInReach(parsedMonth);
        DateTimeOffset? moment = asOfGiven && Moments.TryParse(asOf!, out DateTimeOffset parsed) ? parsed : null;
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
            monthKnown ? parsedMonth : null,
            moment,
            string.IsNullOrEmpty(region) ? null : region,
            string.IsNullOrEmpty(reading) ? null : reading)
        {
            Rejected = rejected,
        };
    }

    /// <summary>Whether figures of the years before and after the month can be named: the calendar ends somewhere.</summary>
    internal static bool IsInReach(YearMonth month) => month.Year is >= 1950 and <= 2150;

    /// <summary>The same choice for a target that has no such reading; the page says so.</summary>
    public ViewQuery WithoutReading() => this with { Reading = null, Rejected = [.. Rejected, "reading"] };

    /// <summary>The same choice as the query part of an address, with its question mark; empty when nothing is chosen.</summary>
    public string ToAddress()
    {
        List<string> parts = [];
        if (Month is { } month)
        {
            parts.Add($"month={month}");
        }

        if (AsOf is { } asOf)
        {
            parts.Add($"asOf={Uri.EscapeDataString(Moments.Exact(asOf))}");
        }

        if (Region is not null)
        {
            parts.Add($"region={Uri.EscapeDataString(Region)}");
        }

        if (Reading is not null)
        {
            parts.Add($"reading={Uri.EscapeDataString(Reading)}");
        }

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The as-of moment as China's clock shows it, in the form an input of the browser takes.</summary>
    public string AsOfInput => AsOf is { } asOf ? Moments.Second(asOf) : "";
}
