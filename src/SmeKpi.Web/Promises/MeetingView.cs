using SmeKpi.Core.Promises;

namespace SmeKpi.Web.Promises;

/// <summary>A promise on the agenda of a meeting.</summary>
/// <param name="Then">As it stood when the meeting began.</param>
/// <param name="Found">What the meeting found; null when nothing was recorded.</param>
/// <param name="MayFollow">Whether something can still be recorded.</param>
public sealed record AgendaItem(PromiseItem Item, Promise Then, PromiseStep? Found, bool MayFollow);

/// <summary>One meeting: what was open when it began, what it found, what was promised in it.</summary>
public sealed record MeetingView(Meeting Meeting, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<PromiseItem> Made)
{
    /// <returns>Null when there is no such meeting to see.</returns>
    public static MeetingView? Of(PromiseBoard? board, int id) =>
        board?.Meetings.FirstOrDefault(each => each.Id == id) is { } meeting
            ? new MeetingView(
                meeting,
                [.. board.Items.Select(item => AgendaOf(board, meeting, item)).OfType<AgendaItem>().OrderBy(each => each.Then.Due)],
                [.. board.Items.Where(item => item.Promise.Meeting == id).OrderBy(item => item.Promise.Id)])
            : null;

    private static AgendaItem? AgendaOf(PromiseBoard board, Meeting meeting, PromiseItem item)
    {
        if (item.Promise.AsOf(meeting.HeldOn.AddDays(-1)) is not { State: PromiseState.Open } then)
        {
            return null;
        }

        PromiseStep? found = item.Promise.Steps.FirstOrDefault(step => step.Meeting == meeting.Id);
        bool may = board.MayRecord && item.IsOpen && found is null
            && item.Promise.SpokenOf < meeting.HeldOn;
        return new AgendaItem(item, then, found, may);
    }
}
