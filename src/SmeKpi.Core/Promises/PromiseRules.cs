using SmeKpi.Core.Access;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Promises;

/// <summary>Why a meeting, a promise or what became of it was not taken in.</summary>
public enum PromiseRefusal
{
    NoRight,

    /// <summary>There is no such meeting or promise, or it is not the person's to see.</summary>
    Unknown,

    TextIsUnfit,

    /// <summary>The date is missing, not in the calendar, or before the meeting.</summary>
    DateIsUnfit,

    TopicIsUnknown,

    OwnerIsUnknown,

    /// <summary>A promise is followed in a meeting after the one in which it was last spoken of.</summary>
    NotLater,

    /// <summary>It is kept, broken or withdrawn.</summary>
    Closed,
}

/// <summary>Who may see and record promises, and what is fit to be recorded.</summary>
public sealed class PromiseRules(RightsTable rights)
{
    public const int ShortestText = 2;
    public const int LongestText = 500;

    private static readonly DateOnly s_first = new(2000, 1, 1);
    private static readonly DateOnly s_last = new(2100, 12, 31);

    public bool MayRecord(Viewer by) => rights.Of(by, Right.PromisesWrite) == Reach.Every;

    /// <summary>A bank sees what it has promised itself; an account confined to counties no other county's promises.</summary>
    public bool MaySee(Viewer viewer, PromiseOwner owner, MasterData master) => rights.Of(viewer, Right.PromisesRead) switch
    {
        Reach.Every => owner.Kind != OwnerKind.County || IsOfAccount(viewer, owner.Code, master),
        Reach.Own => owner.Kind == OwnerKind.Bank && owner.Code == viewer.Bank,
        _ => false,
    };

    // A zone lies in its district: who may see the one sees the other.
    private static bool IsOfAccount(Viewer viewer, string area, MasterData master) =>
        viewer.Counties.Count == 0 || viewer.Counties.Contains(area)
        || viewer.Counties.SelectMany(master.CountiesOf).Any(zone => zone.Code == area);

    /// <returns>Null when the text is fit.</returns>
    public static PromiseRefusal? Text(string? text) =>
        text?.Trim().Length is >= ShortestText and <= LongestText ? null : PromiseRefusal.TextIsUnfit;

    /// <returns>Null when the meeting's day is one of the years that the program knows.</returns>
    public static PromiseRefusal? Day(DateOnly? day) =>
        day is { } known && known >= s_first && known <= s_last ? null : PromiseRefusal.DateIsUnfit;

    /// <summary>A due date is not before the meeting that sets it.</summary>
    public static PromiseRefusal? Due(DateOnly? due, DateOnly heldOn) =>
        Day(due) ?? (due < heldOn ? PromiseRefusal.DateIsUnfit : null);

    /// <summary>Whether a meeting may find something about a promise.</summary>
    /// <param name="newDue">Given when, and only when, the promise is carried over.</param>
    public static PromiseRefusal? Follow(Promise promise, Meeting meeting, PromiseAct act, DateOnly? newDue, string? note)
    {
        if (promise.State != PromiseState.Open)
        {
            return PromiseRefusal.Closed;
        }

        return meeting.HeldOn <= promise.SpokenOf ? PromiseRefusal.NotLater
            : Text(note) is { } unfit ? unfit
            : act == PromiseAct.CarryOver ? Due(newDue, meeting.HeldOn)
            : newDue is null ? null : PromiseRefusal.DateIsUnfit;
    }
}
