using SmeKpi.Core.Access;

namespace SmeKpi.Core.Cases;

/// <summary>Who may do what with a case, and when. Pages and API ask here.</summary>
/// <remarks>The bank's drafter and signer are two people, whatever rights one of them may have.</remarks>
public sealed class CaseRules(RightsTable rights)
{
    private static readonly Dictionary<CaseAct, string> s_rights = new()
    {
        [CaseAct.Open] = Right.CasesWrite,
        [CaseAct.Rewrite] = Right.CasesWrite,
        [CaseAct.Send] = Right.CasesWrite,
        [CaseAct.Draft] = Right.CasesReply,
        [CaseAct.Reply] = Right.CasesSign,
        [CaseAct.SendBack] = Right.CasesWrite,
        [CaseAct.Close] = Right.CasesWrite,
        [CaseAct.Withdraw] = Right.CasesWrite,
    };

    public static string RightOf(CaseAct act) => s_rights[act];

    /// <summary>A case is about all areas of a bank: whoever is confined to some of them opens and sees none.</summary>
    public bool MayOpen(Viewer viewer) => viewer.Counties.Count == 0 && rights.Of(viewer, Right.CasesWrite) == Reach.Every;

    /// <summary>What the viewer gets to see: the bank nothing before the notice, nobody else the bank's drafts.</summary>
    /// <returns>Null when the case does not exist for the viewer.</returns>
    public SupervisoryCase? Shown(Viewer viewer, SupervisoryCase found) => rights.Of(viewer, Right.CasesRead) switch
    {
        Reach.Every when viewer.Counties.Count == 0 =>
            found with { Steps = [.. found.Steps.Where(step => step.Act != CaseAct.Draft)] },
        Reach.Own when viewer.Bank == found.Bank && found.Sent is { } sent =>
            found with { Steps = [.. found.Steps.Where(step => step.Number >= sent.Number)] },
        _ => null,
    };

    /// <param name="found">The whole case, with all its steps.</param>
    /// <param name="today">The day in the city.</param>
    /// <returns>Null when the act is allowed. A case of another bank is unknown, not forbidden.</returns>
    public CaseRefusal? WhyNot(Viewer viewer, CaseAct act, SupervisoryCase found, DateOnly today) =>
        Shown(viewer, found) is null ? CaseRefusal.Unknown
        : rights.Of(viewer, s_rights[act]) == Reach.None ? CaseRefusal.NoRight
        : !CaseFlow.Allows(found.State, act) ? CaseRefusal.NotNow
        : act switch
        {
            CaseAct.Reply when found.Draft is null => CaseRefusal.DraftMissing,
            CaseAct.Reply when found.Round.Any(step => step.Act == CaseAct.Draft && step.By == viewer.Name) => CaseRefusal.OwnDraft,
            CaseAct.Close when found.IsWaiting && !found.IsOverdue(today) => CaseRefusal.StillTime,
            _ => null,
        };
}
