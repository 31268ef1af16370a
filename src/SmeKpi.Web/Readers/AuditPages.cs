using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Readers;

/// <summary>A page of entries, newest first.</summary>
/// <param name="Newer">The address of the page before; null on the first.</param>
/// <param name="Older">The address of the page after; null on the last.</param>
/// <param name="LastAnchor">Null when the chain was never anchored.</param>
public sealed record AuditPageView(
    AuditQuery Query, IReadOnlyList<AuditEntry> Entries, string? Newer, string? Older, AuditAnchor? LastAnchor);

/// <summary>Audit page: who did what, when, to what, with which result.</summary>
public sealed class AuditPages(AuditReader reader, AuditFolder folder)
{
    public const string Path = "/audit";

    private const int Size = 50;

    public async Task<AuditPageView> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        // One more than is shown says whether there are further ones.
        IReadOnlyList<AuditEntry> found = query.Above is { } above
            ? await reader.PageAboveAsync(query.ToSearch(), Size + 1, above, cancellationToken)
            : await reader.PageAsync(query.ToSearch(), Size + 1, query.Below, cancellationToken);
        bool further = found.Count > Size;
        bool hasNewer = query.Above is null ? query.Below is not null : further;
        bool hasOlder = query.Above is not null || further;
        IReadOnlyList<AuditEntry> shown = !further ? found : query.Above is null ? [.. found.SkipLast(1)] : [.. found.Skip(1)];
        return new AuditPageView(
            query,
            shown,
            hasNewer ? Address(shown is [var first, ..] ? first.Number : query.Below - 1, newer: true) : null,
            hasOlder && shown is [.., var last] ? Address(last.Number, newer: false) : null,
            AnchorChain.Read(folder.ReadAnchors()).Anchors is [.., var anchor] ? anchor : null);

        string Address(long? number, bool newer) =>
            newer ? query.ToAddress(Path, above: number) : query.ToAddress(Path, below: number);
    }
}
