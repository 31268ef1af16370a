using System.Globalization;

namespace SmeKpi.Core.Auditing;

/// <summary>Verifies a chain entry by entry, in the order of their numbers, up to the first link that does not hold.</summary>
/// <remarks>
/// The hashes show what was changed, deleted, inserted or moved; the heads show what was cut off; the anchors show a
/// chain that was written anew as a whole. Keeps two hashes and the anchors, however long the chain is.
/// </remarks>
public sealed class AuditWalk
{
    /// <summary>How far around its place a moved entry is looked for.</summary>
    private const long Neighbourhood = 10_000;

    private readonly AuditWitnesses _witnesses;
    private readonly AuditHead? _headFile;
    private readonly IReadOnlyList<AuditAnchor> _anchors;
    private readonly AuditFault? _anchorFault;
    private AuditHead _last = AuditHead.None;
    private string _hashBeforeLast = string.Empty;
    private AuditFault? _fault;
    private int _anchor;

    public AuditWalk(AuditWitnesses witnesses)
    {
        _witnesses = witnesses;
        _headFile = AuditHead.Parse(witnesses.HeadFile);
        (_anchors, _anchorFault) = AnchorChain.Read(witnesses.Anchors);
    }

    /// <summary>Verifies a whole chain.</summary>
    public static AuditVerdict Verify(IEnumerable<AuditEntry> entries, AuditWitnesses witnesses)
    {
        AuditWalk walk = new(witnesses);
        _ = entries.All(walk.Accept);
        return walk.End();
    }

    /// <summary>Verifies a whole chain while it is being read.</summary>
    public static async Task<AuditVerdict> VerifyAsync(
        IAsyncEnumerable<AuditEntry> entries, AuditWitnesses witnesses, CancellationToken cancellationToken)
    {
        AuditWalk walk = new(witnesses);
        await foreach (AuditEntry entry in entries.WithCancellation(cancellationToken))
        {
            if (!walk.Accept(entry))
            {
                break;
            }
        }

        return walk.End();
    }

    /// <summary>Takes the next entry.</summary>
    /// <returns>False when it does not hold; further entries say nothing then.</returns>
    public bool Accept(AuditEntry entry)
    {
        _fault ??= OwnFault(entry) ?? LinkFault(entry) ?? WitnessFault(entry);
        if (_fault is null)
        {
            (_hashBeforeLast, _last) = (_last.Hash, new AuditHead(entry.Number, entry.Hash));
        }

        return _fault is null;
    }

    /// <summary>Holds the end of the chain against what is noted about it.</summary>
    public AuditVerdict End() => new(_last.Number, _anchor, _fault ?? EndFault() ?? _anchorFault);

    private AuditFault? OwnFault(AuditEntry entry)
    {
        long expected = _last.Number + 1;
        if (entry.Number != expected)
        {
            return entry.Number > expected
                ? new AuditFault(AuditFaultKind.Missing, expected, Text(entry.Number), Text(expected))
                : new AuditFault(AuditFaultKind.OutOfPlace, entry.Number, Text(entry.Number), Text(expected));
        }

        if (AuditChain.IsIntact(entry))
        {
            return null;
        }

        if (WrittenAs(entry) is not { } written)
        {
            return new AuditFault(AuditFaultKind.Changed, entry.Number, AuditChain.HashOf(entry), entry.Hash);
        }

        return written == _last.Number && entry.PreviousHash == _hashBeforeLast
            ? new AuditFault(AuditFaultKind.Inserted, _last.Number, _last.Hash, entry.Hash)
            : new AuditFault(AuditFaultKind.OutOfPlace, entry.Number, Text(written), Text(expected));
    }

    private AuditFault? LinkFault(AuditEntry entry) => entry.PreviousHash == _last.Hash
        ? null
        : new AuditFault(AuditFaultKind.Replaced, _last.Number, _last.Hash, entry.PreviousHash);

    private AuditFault? WitnessFault(AuditEntry entry)
    {
        for (; _anchor < _anchors.Count && _anchors[_anchor].Number <= entry.Number; _anchor++)
        {
            AuditAnchor anchor = _anchors[_anchor];
            if (anchor.Number == entry.Number && anchor.Hash != entry.Hash)
            {
                return new AuditFault(
                    AuditFaultKind.DiffersFromAnchor, entry.Number, entry.Hash, anchor.Hash, anchor.Day);
            }
        }

        return _headFile?.Number == entry.Number && _headFile.Hash != entry.Hash
            ? new AuditFault(AuditFaultKind.DiffersFromHeadFile, entry.Number, entry.Hash, _headFile.Hash)
            : null;
    }

    private AuditFault? EndFault()
    {
        AuditHead? head = _witnesses.Head is null ? AuditHead.None : AuditHead.Parse(_witnesses.Head);
        long known = Math.Max(
            Math.Max(head?.Number ?? 0, _headFile?.Number ?? 0), _anchors.Count > 0 ? _anchors[^1].Number : 0);
        if (known > _last.Number)
        {
            DateOnly? day = _anchors.FirstOrDefault(anchor => anchor.Number > _last.Number)?.Day;
            return new AuditFault(AuditFaultKind.CutOff, _last.Number + 1, Text(_last.Number), Text(known), day);
        }

        if (head is not null && _witnesses.Head is not null && head.Number < _last.Number)
        {
            return new AuditFault(AuditFaultKind.BeyondHead, head.Number + 1, Text(_last.Number), Text(head.Number));
        }

        if (head != _last)
        {
            return new AuditFault(AuditFaultKind.HeadBroken, _last.Number, Shown(_witnesses.Head), _last.ToString());
        }

        return _headFile is null && (_last.Number > 0 || _witnesses.HeadFile is not null)
            ? new AuditFault(AuditFaultKind.HeadFileBroken, _last.Number, Shown(_witnesses.HeadFile), "number:hash")
            : null;
    }

    /// <summary>The number under which the entry, as it is, would fit its hash.</summary>
    private static long? WrittenAs(AuditEntry entry)
    {
        for (long distance = 1; distance <= Neighbourhood; distance++)
        {
            foreach (long number in (long[])[entry.Number - distance, entry.Number + distance])
            {
                if (number > 0 && AuditChain.IsIntact(entry with { Number = number }))
                {
                    return number;
                }
            }
        }

        return null;
    }

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? "–" : text;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
