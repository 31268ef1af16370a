using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Cases;

/// <summary>One reading of the bank, or what a test of it measured, as it was known when the notice was sent.</summary>
/// <param name="Provision">As in M01.3; the id of a test, as in filing-discipline, where it rests on one.</param>
/// <param name="Reading">The name of the reading, as in ruling; the same word for a test.</param>
/// <param name="Value">Unrounded; null when figures were missing or nothing could be assessed.</param>
/// <param name="Target">Null without a target.</param>
public sealed record CaseFigure(
    string Provision, string Reading, Quantity? Value, Quantity? Target, Standing Standing, bool Synthetic);

/// <summary>The figures that a notice rests on.</summary>
/// <param name="KnownSince">The version of the data that they are of.</param>
public sealed record CaseEvidence(DateTimeOffset KnownSince, IReadOnlyList<CaseFigure> Figures);

/// <summary>One step of a case; never changed afterwards.</summary>
/// <param name="Number">Counts the steps of the case, from 1.</param>
/// <param name="State">Where the case stood after it.</param>
/// <param name="Text">The notice, the reply, what is to be added, the reasons.</param>
/// <param name="Deadline">The last day for a reply, in the city; only when the bank was asked.</param>
/// <param name="Finding">Only when the case was closed.</param>
/// <param name="Evidence">Only when the notice was sent; null when it rests on no readings.</param>
/// <param name="AuditNumber">The entry of the audit chain that records it; null for made-up cases.</param>
public sealed record CaseStep(
    int Number,
    CaseAct Act,
    CaseState State,
    DateTimeOffset At,
    string By,
    string? Role,
    string Text,
    DateOnly? Deadline = null,
    CaseFinding? Finding = null,
    CaseEvidence? Evidence = null,
    long? AuditNumber = null);

/// <summary>监管事项: a notice to one bank, what it replied, and what came of it.</summary>
/// <param name="Subject">What it is about: an id of seed-data/supervision/cases.yaml.</param>
/// <param name="Title">Only for a free subject.</param>
/// <param name="Month">The month whose figures or filing it is about.</param>
/// <param name="Synthetic">True when it is made up for a demonstration.</param>
/// <param name="Steps">In their order; never empty.</param>
public sealed record SupervisoryCase(
    int Id, string Bank, string Subject, string? Title, YearMonth Month, bool Synthetic, IReadOnlyList<CaseStep> Steps)
{
    public CaseState State => Steps[^1].State;

    /// <summary>Grows with every step.</summary>
    public int Version => Steps[^1].Number;

    /// <summary>The notice as sent; while it is a draft, the draft.</summary>
    public CaseStep Notice => Sent ?? Steps.LastOrDefault(step => step.Act is CaseAct.Open or CaseAct.Rewrite) ?? Steps[0];

    /// <returns>Null while the bank knows nothing of the case.</returns>
    public CaseStep? Sent => Steps.FirstOrDefault(step => step.Act == CaseAct.Send);

    /// <summary>The as-of moment that shows the figures of the notice again; null without figures.</summary>
    /// <remarks>Readings rest on the data alone; what a test measured, on filings and on the day of the notice as well.</remarks>
    public DateTimeOffset? ShownAt => Sent is { Evidence: { } evidence, At: var sent }
        ? evidence.Figures.All(figure => KpiCatalog.All.Any(kpi => kpi.Id == figure.Provision)) ? evidence.KnownSince : sent
        : null;

    /// <summary>The deadline that holds now; null while the notice is a draft.</summary>
    public DateOnly? Deadline => Steps.LastOrDefault(step => step.Deadline is not null)?.Deadline;

    /// <summary>What the bank has done since it was last asked.</summary>
    public IEnumerable<CaseStep> Round =>
        Steps.Reverse().TakeWhile(step => step.Act is not (CaseAct.Send or CaseAct.SendBack)).Reverse();

    /// <summary>The reply that waits to be signed; null when there is none.</summary>
    public CaseStep? Draft => IsWaiting ? Round.LastOrDefault(step => step.Act == CaseAct.Draft) : null;

    /// <summary>How often the bank was asked.</summary>
    public int Rounds => Steps.Count(step => step.Act is CaseAct.Send or CaseAct.SendBack);

    public bool IsOpen => State is not (CaseState.Closed or CaseState.Withdrawn);

    /// <summary>Whether the bank owes a reply.</summary>
    public bool IsWaiting => State is CaseState.Noticed or CaseState.SentBack;

    /// <summary>逾期: no reply on a day after the deadline; on the deadline itself it is not.</summary>
    public bool IsOverdue(DateOnly today) => IsWaiting && today > Deadline;

    /// <returns>Calendar days until the deadline, negative when it has passed; null when no reply is owed.</returns>
    public int? DaysLeft(DateOnly today) => IsWaiting && Deadline is { } due ? due.DayNumber - today.DayNumber : null;

    /// <summary>The same case with one step more. Ask <see cref="CaseRules"/> first.</summary>
    /// <exception cref="InvalidOperationException">The act does not lead on from the present state.</exception>
    public CaseStep Next(CaseMove move, string by, string? role, DateTimeOffset at) => new(
        Version + 1,
        move.Act,
        CaseFlow.Go(State, move.Act),
        at,
        by,
        role,
        move.Act switch
        {
            CaseAct.Send => Notice.Text,
            CaseAct.Reply => Draft!.Text,
            _ => move.Text!.Trim(),
        },
        move.Act is CaseAct.Send or CaseAct.SendBack ? move.Deadline : null,
        move.Act == CaseAct.Close ? move.Finding : null,
        move.Act == CaseAct.Send ? move.Evidence : null);
}

/// <summary>What somebody wants to do with a case.</summary>
/// <param name="Text">Not for a notice or reply that is sent as it was drafted.</param>
public sealed record CaseMove(
    CaseAct Act, string? Text = null, DateOnly? Deadline = null, CaseFinding? Finding = null, CaseEvidence? Evidence = null);

/// <summary>A case as somebody opens it.</summary>
/// <param name="Title">Only for a free subject.</param>
public sealed record NewCase(string Bank, string Subject, string? Title, YearMonth? Month, string? Text);
