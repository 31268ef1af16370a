using SmeKpi.Core.Validation;

namespace SmeKpi.Web.Readers;

public enum ImportOutcome
{
    /// <summary>Stored</summary>
    Accepted,

    /// <summary>Stored, with findings that a person should look at</summary>
    AcceptedWithFindings,

    /// <summary>The same bytes had arrived before: nothing changed</summary>
    AlreadyReceived,

    /// <summary>Kept out because of its findings</summary>
    Refused,
}

/// <summary>A file that arrived and what became of it.</summary>
/// <param name="Layout">The layout recognised; empty when none was.</param>
/// <param name="KnownSince">The moment since which its figures count; null for a refused file.</param>
/// <param name="Sha256">Hex.</param>
/// <param name="Rows">Values found in the file.</param>
/// <param name="Stored">Values that were new or differed from what was known.</param>
/// <param name="By">Who sent it; null for the program itself.</param>
public sealed record ImportRecord(
    long Id,
    string FileName,
    string Layout,
    DateTimeOffset Received,
    DateTimeOffset? KnownSince,
    string Sha256,
    int Rows,
    int Stored,
    int Unchanged,
    bool Synthetic,
    ImportOutcome Outcome,
    IReadOnlyList<Finding> Findings,
    string? By)
{
    /// <summary>Enough of the fingerprint to tell files apart by eye.</summary>
    public string ShortHash => Sha256[..Math.Min(12, Sha256.Length)];
}
