using SmeKpi.Core.Events;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>The numbered marks of a time axis, and where the LPR among them is published.</summary>
public sealed record EventList(IReadOnlyList<TimelineEvent> Events, ComparisonSource? Lpr)
{
    public static EventList None { get; } = new([], null);

    /// <param name="book">Knows the LPR; null where nobody may see figures.</param>
    /// <param name="asOf">What happened later is left out; null for now.</param>
    public static EventList Of(
        IReadOnlyList<EventNote> notes, BesideBook? book, YearMonth from, YearMonth to, DateTimeOffset? asOf) => new(
        Timeline.Of(
            notes,
            month => book?.Lpr(month),
            from,
            to,
            asOf is { } moment ? DateOnly.FromDateTime(moment.ToOffset(Moments.ChinaOffset).DateTime) : null),
        book?.Comparisons.Lpr);

    /// <summary>A month's label with the numbers of its events behind it.</summary>
    public string Mark(YearMonth month, string label) => string.Join(' ',
        [label, .. Events.Where(each => each.Month == month).Select(each => $"[{each.Number}]")]);
}
