namespace SmeKpi.Core.Filing;

/// <summary>Why somebody may not do something with a filing.</summary>
public enum FilingRefusal
{
    /// <summary>There is no such filing, or none that this person may see.</summary>
    Unknown,

    /// <summary>The role has no right to it, or the second factor is missing.</summary>
    NoRight,

    /// <summary>The filing is not in a state in which this can be done.</summary>
    NotNow,

    /// <summary>A finding S or V is open.</summary>
    Blocked,

    /// <summary>A finding Q or M has no reason.</summary>
    ReasonMissing,

    /// <summary>A reason is empty, shorter than five characters or longer than 2,000.</summary>
    ReasonIsUnfit,

    /// <summary>A reason for a finding that the filing does not have.</summary>
    FindingUnknown,

    /// <summary>Nobody signs what the same person has brought or explained.</summary>
    OwnFiling,

    /// <summary>Nobody publishes what the same person has brought, explained or signed.</summary>
    OwnSignature,

    /// <summary>No second person of the bank has signed.</summary>
    NotSigned,

    /// <summary>No bank of this code is known, or the person files for another one.</summary>
    BankUnknown,

    /// <summary>The month is missing, lies in the future or before 2000.</summary>
    MonthIsUnfit,

    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The file is larger than 20 MB.</summary>
    TooLarge,

    /// <summary>What was checked has changed in the meantime: the filing was checked again and is open again.</summary>
    CheckedAnew,
}
