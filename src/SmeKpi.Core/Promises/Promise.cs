namespace SmeKpi.Core.Promises;

/// <summary>A meeting (调度会) in which promises are made and followed.</summary>
/// <param name="HeldOn">The day in the city.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Synthetic">True when it is made up for a demonstration.</param>
public sealed record Meeting(int Id, DateOnly HeldOn, string Name, string By, DateTimeOffset At, bool Synthetic);

/// <summary>What became of a promise (承诺).</summary>
public enum PromiseState
{
    /// <summary>未了结</summary>
    Open,

    /// <summary>兑现</summary>
    Kept,

    /// <summary>未兑现</summary>
    Broken,

    /// <summary>撤回</summary>
    Withdrawn,
}

/// <summary>What a later meeting finds about an open promise.</summary>
public enum PromiseAct
{
    Keep,

    /// <summary>延期: still open, with a new due date</summary>
    CarryOver,

    Break,

    Withdraw,
}

public enum OwnerKind
{
    /// <summary>责任单位, an office of measures.yaml</summary>
    Department,

    Bank,

    /// <summary>县（市、区）or a management zone</summary>
    County,
}

/// <summary>Who answers for a promise: exactly one.</summary>
/// <param name="Code">The id of the department, the code of the bank or of the area.</param>
public sealed record PromiseOwner(OwnerKind Kind, string Code);

/// <summary>What a promise is about: a judged target or one of the ten measures.</summary>
/// <param name="Target">As in M01.1; null when it is about a measure as a whole.</param>
/// <param name="Measure">The measure, of a target the one that names it.</param>
public sealed record PromiseTopic(string? Target, int Measure);

/// <summary>What one meeting found about a promise; never changed afterwards.</summary>
/// <param name="NewDue">Only for a promise that was carried over.</param>
public sealed record PromiseStep(
    int Meeting, DateOnly HeldOn, PromiseAct Act, DateOnly? NewDue, string Note, string By, DateTimeOffset At);

/// <summary>A promise made in a meeting, with all that later meetings found about it.</summary>
/// <param name="FirstDue">The date first promised; it stays to be seen whatever follows.</param>
/// <param name="Steps">In the order of the meetings.</param>
public sealed record Promise(
    int Id,
    int Meeting,
    DateOnly MadeOn,
    string Text,
    PromiseTopic Topic,
    PromiseOwner Owner,
    DateOnly FirstDue,
    string By,
    DateTimeOffset At,
    bool Synthetic,
    IReadOnlyList<PromiseStep> Steps)
{
    /// <summary>The date that holds now.</summary>
    public DateOnly Due => Steps.LastOrDefault(step => step.NewDue is not null)?.NewDue ?? FirstDue;

    public bool WasCarriedOver => Steps.Any(step => step.Act == PromiseAct.CarryOver);

    /// <summary>The day of the meeting that spoke of it last.</summary>
    public DateOnly SpokenOf => Steps is [.., var last] ? last.HeldOn : MadeOn;

    public PromiseState State => (Steps is [.., var last] ? last.Act : PromiseAct.CarryOver) switch
    {
        PromiseAct.Keep => PromiseState.Kept,
        PromiseAct.Break => PromiseState.Broken,
        PromiseAct.Withdraw => PromiseState.Withdrawn,
        _ => PromiseState.Open,
    };

    /// <summary>逾期: still open on a day after the due date; on the due date itself it is not.</summary>
    public bool IsOverdue(DateOnly today) => State == PromiseState.Open && today > Due;

    /// <summary>The promise as it stood at the end of a day: without what later meetings found.</summary>
    /// <returns>Null when it was not made by then.</returns>
    public Promise? AsOf(DateOnly day) =>
        MadeOn > day ? null : this with { Steps = [.. Steps.Where(step => step.HeldOn <= day)] };
}
