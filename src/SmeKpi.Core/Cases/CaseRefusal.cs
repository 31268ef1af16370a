namespace SmeKpi.Core.Cases;

/// <summary>Why somebody may not do something with a case.</summary>
public enum CaseRefusal
{
    /// <summary>There is no such case, or none that this person may see.</summary>
    Unknown,

    /// <summary>The role has no right to it, or the second factor is missing.</summary>
    NoRight,

    /// <summary>The case is not in a state in which this can be done.</summary>
    NotNow,

    /// <summary>Somebody else did something since the page was opened.</summary>
    ChangedMeanwhile,

    /// <summary>The bank has drafted no reply.</summary>
    DraftMissing,

    /// <summary>Nobody signs what the same person has drafted.</summary>
    OwnDraft,

    /// <summary>The bank has not replied, and its deadline has not passed.</summary>
    StillTime,

    /// <summary>A text is shorter than five characters, longer than 1,500 or has more than 20 lines.</summary>
    TextIsUnfit,

    /// <summary>A free subject without a title of 2 to 100 characters.</summary>
    TitleIsUnfit,

    /// <summary>The deadline is missing, not after today, or more than a year away.</summary>
    DeadlineIsUnfit,

    /// <summary>No finding is named, or one that cannot be without a reply.</summary>
    FindingIsUnfit,

    BankIsUnknown,

    SubjectIsUnknown,

    /// <summary>The month is missing, lies in the future or before 2000.</summary>
    MonthIsUnfit,
}
