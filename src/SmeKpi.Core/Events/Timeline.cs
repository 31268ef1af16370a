using SmeKpi.Core.Units;

namespace SmeKpi.Core.Events;

/// <summary>A change of a published rate from one month end to the next.</summary>
public sealed record RateChange(Percentage Before, Percentage After);

/// <summary>One numbered mark of a time axis: a note, or a change of the LPR.</summary>
/// <param name="Number">From 1, in the order of the months.</param>
/// <param name="Note">Null for a change of the LPR.</param>
/// <param name="Lpr">Null for a note.</param>
public sealed record TimelineEvent(int Number, YearMonth Month, EventNote? Note, RateChange? Lpr);

/// <summary>What to note on the time axis of a chart.</summary>
public static class Timeline
{
    /// <param name="lpr">The fixing in force at the end of a month; null where it is not known.</param>
    /// <param name="known">Later days are left out: as of a past moment they had not happened; null for now.</param>
    public static IReadOnlyList<TimelineEvent> Of(
        IReadOnlyList<EventNote> notes, Func<YearMonth, Percentage?> lpr, YearMonth from, YearMonth to, DateOnly? known)
    {
        IEnumerable<(YearMonth Month, EventNote? Note, RateChange? Lpr)> found =
        [
            .. notes.Where(note => from <= note.Month && note.Month <= to && (known is not { } day || note.On <= day))
                .Select(note => (note.Month, (EventNote?)note, (RateChange?)null)),
            .. from.Through(to).Select(month => (month, (EventNote?)null, Change(lpr, month))).Where(each => each.Item3 is not null),
        ];
        return [.. found.OrderBy(each => each.Month).Select((each, at) => new TimelineEvent(at + 1, each.Month, each.Note, each.Lpr))];
    }

    private static RateChange? Change(Func<YearMonth, Percentage?> lpr, YearMonth month) =>
        lpr(month.AddMonths(-1)) is { } before && lpr(month) is { } after && before != after
            ? new RateChange(before, after)
            : null;
}
