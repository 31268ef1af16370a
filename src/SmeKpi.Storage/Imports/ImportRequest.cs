using SmeKpi.Core.Auditing;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Imports;

/// <param name="Actor">Who brings the file.</param>
public sealed record ImportRequest(string Actor)
{
    /// <summary>Whom the audit chain names for this file; null when the set is recorded as a whole.</summary>
    public AuditActor? UploadedBy { get; init; }

    public Provenance? Source { get; init; }

    /// <summary>
    /// Since when the file is known; null for now. Only for seeding: it never lies before an import that is stored
    /// already, nor in the future.
    /// </summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>The month that the file was filed for; null when nobody said.</summary>
    public YearMonth? FiledFor { get; init; }

    /// <summary>Other forms of the same bank, for rules that compare.</summary>
    public IReadOnlyList<FormSheet> OtherForms { get; init; } = [];

    public ObservationStatus Status { get; init; } = ObservationStatus.Final;

    /// <summary>The lease under which the file is stored; null outside jobs.</summary>
    public Fence? Fence { get; init; }
}
