namespace SmeKpi.Core.Auditing;

/// <summary>In what way a chain is broken.</summary>
public enum AuditFaultKind
{
    /// <summary>The entry does not fit its hash.</summary>
    Changed,

    /// <summary>There is no entry of this number.</summary>
    Missing,

    /// <summary>The entry was written under another number.</summary>
    OutOfPlace,

    /// <summary>The entry stands between two that were written one after the other.</summary>
    Inserted,

    /// <summary>The next entry was written after another one than this.</summary>
    Replaced,

    /// <summary>Entries that were written once are gone from the end.</summary>
    CutOff,

    /// <summary>The entry comes after the one that the database notes as the newest.</summary>
    BeyondHead,

    /// <summary>The newest entry that the database notes is missing, unreadable or another one.</summary>
    HeadBroken,

    /// <summary>The newest entry that the file outside the database notes is missing or unreadable.</summary>
    HeadFileBroken,

    /// <summary>The entry is another one than the file outside the database notes.</summary>
    DiffersFromHeadFile,

    /// <summary>The entry is another one than the anchor of a day notes.</summary>
    DiffersFromAnchor,

    /// <summary>A line of the file of anchors was changed, moved, removed or not finished.</summary>
    AnchorsBroken,
}

/// <summary>The first link of a chain that does not hold.</summary>
/// <param name="Number">The entry; for <see cref="AuditFaultKind.AnchorsBroken"/> the line of the file.</param>
/// <param name="Day">The day of the anchor that says otherwise.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Number, string Found, string Expected, DateOnly? Day = null);

/// <summary>What a verification came to.</summary>
/// <param name="Entries">How many entries held before the first fault.</param>
/// <param name="Anchors">How many anchors were held against them.</param>
/// <param name="Fault">Null when everything holds.</param>
public sealed record AuditVerdict(long Entries, int Anchors, AuditFault? Fault);

/// <summary>What is noted about a chain outside of it, as it was found.</summary>
/// <param name="Head">The row of the database, as <see cref="AuditHead"/> writes it; null when there is none.</param>
/// <param name="HeadFile">The file outside the database; null when there is none.</param>
/// <param name="Anchors">The text of the file of anchors; empty when there is none.</param>
public sealed record AuditWitnesses(string? Head, string? HeadFile, string Anchors);
