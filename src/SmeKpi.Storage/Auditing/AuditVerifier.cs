using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Auditing;

/// <summary>Verifies the stored chain against its hashes, its noted ends and its anchors, while others go on writing.</summary>
public sealed class AuditVerifier(IDbContextFactory<SmeKpiContext> contexts, AuditReader reader, AuditFolder folder)
{
    // SQLite keeps a value of any kind in any column and hands it out as the kind that is asked for.
    private const string FirstOfAStrangeKind = """
        SELECT min(number) AS Value FROM audit WHERE typeof(at_ticks) <> 'integer' OR typeof(offset_minutes) <> 'integer'
          OR typeof(actor) <> 'text' OR typeof(role) NOT IN ('text', 'null') OR typeof(address) NOT IN ('text', 'null')
          OR typeof(action) <> 'text' OR typeof(target) <> 'text' OR typeof(result) <> 'text'
          OR typeof(detail) NOT IN ('text', 'null') OR typeof(previous_hash) <> 'text' OR typeof(hash) <> 'text'
        """;

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
        AuditVerdict verdict = await AuditWalk.VerifyAsync(
            reader.AllAsync(new AuditSearch(), newest.Number, cancellationToken),
            new AuditWitnesses(head, headFile, anchors),
            cancellationToken);
        return await FirstOfAStrangeKindAsync(cancellationToken) is { } strange && !(verdict.Fault?.Number <= strange)
            ? verdict with { Entries = strange - 1, Fault = new AuditFault(AuditFaultKind.Changed, strange, "typeof()", "integer, text") }
            : verdict;
    }

    private async Task<long?> FirstOfAStrangeKindAsync(CancellationToken cancellationToken)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? await context.Database.SqlQueryRaw<long?>(FirstOfAStrangeKind).SingleAsync(cancellationToken)
            : null;
    }
}
