using System.Globalization;
using System.Text;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Auditing;

/// <summary>Writes down outside the database where the chain ends.</summary>
/// <remarks>Any number of runs, here and on other machines, write one anchor for a day and an entry.</remarks>
public sealed class AuditAnchorer(AuditReader reader, AuditFolder folder, TimeProvider clock, TimeZoneInfo zone)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);
    private const int Attempts = 200;

    /// <returns>The anchor; null when there is nothing to anchor, or it is anchored already.</returns>
    /// <exception cref="AuditBrokenException">The chain does not fit what is anchored; nothing was written.</exception>
    public async Task<AuditAnchor?> AnchorAsync(CancellationToken cancellationToken = default)
    {
        await using FileStream file = await OpenAsync(cancellationToken);
        AuditAnchor? last = await ReadLastAsync(file, cancellationToken);
        AuditHead newest = await reader.NewestAsync(cancellationToken);
        await HoldAgainstAsync(last, newest, cancellationToken);
        DateTimeOffset now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        AuditAnchor anchor = AnchorChain.Append(now, newest, last);
        if (newest.Number == 0 || (anchor.Day == last?.Day && anchor.Number == last.Number))
        {
            return null;
        }

        await file.WriteAsync(Encoding.UTF8.GetBytes(AnchorChain.ToText(anchor) + "\n"), cancellationToken);
        file.Flush(flushToDisk: true);
        return anchor;
    }

    /// <summary>Whether no anchor was written for a day.</summary>
    public bool IsDue() => AnchorChain.Read(folder.ReadAnchors()).Anchors is not [.., var last]
        || clock.GetUtcNow() - last.At >= TimeSpan.FromDays(1);

    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return folder.OpenAnchors();
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(s_patience, cancellationToken);
            }
        }
    }

    /// <summary>The last whole line; a line that was never finished is taken away. The file then stands at its end.</summary>
    private static async Task<AuditAnchor?> ReadLastAsync(FileStream file, CancellationToken cancellationToken)
    {
        using StreamReader text = new(file, Encoding.UTF8, leaveOpen: true);
        string lines = await text.ReadToEndAsync(cancellationToken);
        int whole = lines.LastIndexOf('\n') + 1;
        (IReadOnlyList<AuditAnchor> anchors, AuditFault? fault) = AnchorChain.Read(lines[..whole]);
        if (fault is not null)
        {
            throw new AuditBrokenException(fault);
        }

        file.SetLength(Encoding.UTF8.GetByteCount(lines[..whole]));
        file.Seek(0, SeekOrigin.End);
        return anchors is [.., var last] ? last : null;
    }

    /// <summary>A chain that was cut off or written anew gets no anchor that would vouch for it.</summary>
    private async Task HoldAgainstAsync(AuditAnchor? last, AuditHead newest, CancellationToken cancellationToken)
    {
        if (last is null)
        {
            return;
        }

        if (newest.Number < last.Number)
        {
            throw new AuditBrokenException(new AuditFault(
                AuditFaultKind.CutOff,
                newest.Number + 1,
                newest.Number.ToString(CultureInfo.InvariantCulture),
                last.Number.ToString(CultureInfo.InvariantCulture),
                last.Day));
        }

        AuditEntry? anchored = (await reader.PageAsync(new AuditSearch(), 1, last.Number + 1, cancellationToken))
            .SingleOrDefault();
        if (anchored?.Number != last.Number || anchored.Hash != last.Hash)
        {
            throw new AuditBrokenException(new AuditFault(
                AuditFaultKind.DiffersFromAnchor, last.Number, anchored?.Hash ?? "–", last.Hash, last.Day));
        }
    }
}

/// <summary>The audit chain is not what was anchored.</summary>
public sealed class AuditBrokenException(AuditFault fault)
    : Exception(AuditMessages.Describe(fault, CultureInfo.InvariantCulture))
{
    public AuditFault Fault { get; } = fault;
}
