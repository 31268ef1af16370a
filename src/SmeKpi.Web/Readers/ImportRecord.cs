using System.Globalization;
using SmeKpi.Core.Validation;

namespace SmeKpi.Web.Readers;

public enum ImportOutcome
{
    /// <summary>Stored</summary>
    Accepted,

    /// <summary>Stored, with findings that a person should look at</summary>
    AcceptedWithFindings,

    /// <summary>Kept out because of its findings</summary>
    Refused,
}

/// <summary>Imports and refusals are numbered apart.</summary>
public sealed record ImportAddress(int Id, bool IsRefusal)
{
    public string Path => string.Create(
        CultureInfo.InvariantCulture, $"/imports/{(IsRefusal ? "refused/" : "")}{Id}");
}

/// <summary>One page of the files that arrived, newest first.</summary>
/// <param name="Page">Counts from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Count">Files on all pages.</param>
public sealed record ImportList(IReadOnlyList<ImportRecord> Imports, int Page, int Pages, int Count)
{
    public const int PageSize = 50;
}

/// <summary>A file that arrived and what became of it.</summary>
/// <param name="Layout">The layout recognised; empty when none was.</param>
/// <param name="KnownSince">The moment since which its figures count; null for a refused file.</param>
/// <param name="Sha256">Hex.</param>
/// <param name="Rows">Values found in the file.</param>
/// <param name="Stored">Values that were new or differed from what was known.</param>
/// <param name="By">Who sent it: seed, drop-folder or a person; null for a refused file.</param>
public sealed record ImportRecord(
    ImportAddress Address,
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
