namespace SmeKpi.Core.Cases;

/// <summary>The states of a case as a list: from where, through which act, to where. What is not here cannot happen.</summary>
/// <remarks>
/// opened → noticed → replied → closed, or replied → sent back → replied …; also withdrawn, until it is closed. A case
/// whose deadline passed without a reply may be closed as well, see <see cref="CaseRules"/>.
/// </remarks>
public static class CaseFlow
{
    public static IReadOnlyList<(CaseState From, CaseAct Act, CaseState To)> Steps { get; } =
    [
        (CaseState.Opened, CaseAct.Rewrite, CaseState.Opened),
        (CaseState.Opened, CaseAct.Send, CaseState.Noticed),
        (CaseState.Opened, CaseAct.Withdraw, CaseState.Withdrawn),
        (CaseState.Noticed, CaseAct.Draft, CaseState.Noticed),
        (CaseState.Noticed, CaseAct.Reply, CaseState.Replied),
        (CaseState.Noticed, CaseAct.Close, CaseState.Closed),
        (CaseState.Noticed, CaseAct.Withdraw, CaseState.Withdrawn),
        (CaseState.Replied, CaseAct.SendBack, CaseState.SentBack),
        (CaseState.Replied, CaseAct.Close, CaseState.Closed),
        (CaseState.Replied, CaseAct.Withdraw, CaseState.Withdrawn),
        (CaseState.SentBack, CaseAct.Draft, CaseState.SentBack),
        (CaseState.SentBack, CaseAct.Reply, CaseState.Replied),
        (CaseState.SentBack, CaseAct.Close, CaseState.Closed),
        (CaseState.SentBack, CaseAct.Withdraw, CaseState.Withdrawn),
    ];

    public static bool Allows(CaseState from, CaseAct act) => Steps.Any(step => step.From == from && step.Act == act);

    /// <exception cref="InvalidOperationException">There is no such step: a bug, since acts are judged before.</exception>
    public static CaseState Go(CaseState from, CaseAct act) => Allows(from, act)
        ? Steps.First(step => step.From == from && step.Act == act).To
        : throw new InvalidOperationException($"A case does not go on from {from} by {act}.");
}
