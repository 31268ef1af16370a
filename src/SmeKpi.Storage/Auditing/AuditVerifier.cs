using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Auditing;

/// <summary>Verifies the stored chain against its hashes, its noted ends and its anchors, while others go on writing.</summary>
public sealed class AuditVerifier(IDbContextFactory<SmeKpiContext> contexts, AuditReader reader, AuditFolder folder)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // The files first: what they know is in the database by then.
        string? headFile = folder.ReadHead();
        string anchors = folder.ReadAnchors();

        // No writer is at work in between, so that entry and note belong together.
        (string? head, AuditHead newest) = await WriteTransaction.RunAsync(
            contexts,
            async (context, token) => (
                await context.Meta.Where(row => row.Key == AuditLog.Head).Select(row => row.Value).FirstOrDefaultAsync(token),
                await AuditReader.NewestAsync(context, token)),
            cancellationToken);
        return await AuditWalk.VerifyAsync(
            reader.AllAsync(new AuditSearch(), newest.Number, cancellationToken),
            new AuditWitnesses(head, headFile, anchors),
            cancellationToken);
    }
}
