namespace SmeKpi.Core.Cases;

/// <summary>Where a supervisory case (监管事项) stands. Overdue (逾期) is no state: the deadline and the day tell.</summary>
public enum CaseState
{
    /// <summary>拟办: the notice is a draft, the bank knows nothing of it.</summary>
    Opened,

    /// <summary>已通知: the notice was sent, the bank has until the deadline.</summary>
    Noticed,

    /// <summary>已回复: the bank's signer has sent a reply.</summary>
    Replied,

    /// <summary>要求补充: the reply was not enough; the bank has until a new deadline.</summary>
    SentBack,

    /// <summary>办结</summary>
    Closed,

    /// <summary>撤销: taken back with the reason.</summary>
    Withdrawn,
}

/// <summary>What happens to a case.</summary>
public enum CaseAct
{
    /// <summary>立案: the regulator drafts a notice.</summary>
    Open,

    /// <summary>修改: the regulator drafts it anew.</summary>
    Rewrite,

    /// <summary>通知: the notice goes to the bank, with the figures as known at that moment.</summary>
    Send,

    /// <summary>拟稿: the bank's reporter drafts a reply.</summary>
    Draft,

    /// <summary>回复: the bank's signer sends the draft.</summary>
    Reply,

    /// <summary>退回补充</summary>
    SendBack,

    /// <summary>办结</summary>
    Close,

    /// <summary>撤销</summary>
    Withdraw,
}

/// <summary>What the regulator finds when a case is closed.</summary>
public enum CaseFinding
{
    /// <summary>已解决</summary>
    Resolved,

    /// <summary>已商定措施</summary>
    MeasuresAgreed,

    /// <summary>未解决</summary>
    NotResolved,
}
