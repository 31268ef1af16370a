namespace SmeKpi.Storage.Views;

/// <summary>A question to the statistics that somebody kept under a name; its answer depends on who asks.</summary>
/// <param name="Question">The query part of its address, with its question mark or empty.</param>
public sealed record SavedView(int Id, string Name, string Question, string Owner, bool Shared, DateTimeOffset At);

/// <summary>Why a view was not saved or withdrawn.</summary>
public enum SavedViewRefusal
{
    NoRight,

    /// <summary>The name is empty or too long.</summary>
    Name,

    /// <summary>The question is too long to be kept.</summary>
    Question,

    /// <summary>There is no such view, or it is another's, or it was withdrawn before.</summary>
    Unknown,
}
