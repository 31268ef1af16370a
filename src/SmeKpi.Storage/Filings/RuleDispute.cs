using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>A bank holds that a rule is wrong (规则异议).</summary>
/// <param name="Submission">The filing that it was noticed on; null when it is about the rule alone.</param>
/// <param name="Answer">The regulator's; null while it is open.</param>
public sealed record RuleDispute(
    int Id,
    string Rule,
    int? Submission,
    string Bank,
    string Text,
    string By,
    DateTimeOffset At,
    string? Answer,
    string? AnsweredBy,
    DateTimeOffset? Answered);

/// <summary>Takes disputes in and the regulator's answers. Every one stands in the audit chain.</summary>
public sealed class DisputeDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RightsTable rights)
{
    /// <summary>A bank says what is wrong with a rule. The filing stays as it is.</summary>
    /// <returns>Null when it was taken in.</returns>
    public async Task<FilingRefusal?> RaiseAsync(
        string rule, int? submission, string text, Filer by, CancellationToken cancellationToken = default)
    {
        if (rights.Of(by.Viewer, Right.FilingsMake) == Reach.None || by.Viewer.Bank is not { } bank)
        {
            return FilingRefusal.NoRight;
        }

        return !FilingRules.IsFit(text) ? FilingRefusal.ReasonIsUnfit : await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (submission is { } id
                    && !await context.Submissions.AnyAsync(row => row.Id == id && row.BankCode == bank, token))
                {
                    return FilingRefusal.Unknown;
                }

                context.Add(new RuleDisputeRow
                {
                    Rule = rule,
                    SubmissionId = submission,
                    BankCode = bank,
                    Text = text.Trim(),
                    Actor = by.Actor.Name,
                    AtTicks = clock.UtcTicks(),
                });
                await SaveAsync(context, by.Actor.Did(AuditAction.Filing, $"rule {rule}", $"disputed by {bank}"), token);
                return (FilingRefusal?)null;
            },
            cancellationToken);
    }

    /// <summary>The regulator answers, once.</summary>
    /// <returns>Null when it was taken in.</returns>
    public async Task<FilingRefusal?> AnswerAsync(
        int id, string text, Filer by, CancellationToken cancellationToken = default)
    {
        if (rights.Of(by.Viewer, Right.FilingsPublish) != Reach.Every)
        {
            return FilingRefusal.NoRight;
        }

        return !FilingRules.IsFit(text) ? FilingRefusal.ReasonIsUnfit : await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (await context.RuleDisputes.SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
                {
                    return FilingRefusal.Unknown;
                }

                if (row.Answer is not null)
                {
                    return FilingRefusal.NotNow;
                }

                row.Answer = text.Trim();
                row.AnsweredBy = by.Actor.Name;
                row.AnsweredTicks = clock.UtcTicks();
                await SaveAsync(
                    context, by.Actor.Did(AuditAction.Filing, $"rule {row.Rule}", $"dispute {id} of {row.BankCode} answered"), token);
                return (FilingRefusal?)null;
            },
            cancellationToken);
    }

    /// <summary>Disputes that somebody may see, open ones first, then the newest.</summary>
    /// <param name="rule">Only about this rule; null for all.</param>
    public async Task<IReadOnlyList<RuleDispute>> ListAsync(
        Viewer viewer, string? rule, CancellationToken cancellationToken = default)
    {
        Reach reach = rights.Of(viewer, Right.FilingsRead);
        if (reach == Reach.None || viewer.Counties.Count > 0)
        {
            return [];
        }

        string? bank = reach == Reach.Own ? viewer.Bank ?? string.Empty : null;
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<RuleDisputeRow> rows = await Visible(context, bank, rule).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Answer is not null).ThenByDescending(row => row.Id).Select(row => new RuleDispute(
                row.Id,
                row.Rule,
                row.SubmissionId,
                row.BankCode,
                row.Text,
                row.Actor,
                Ticks.ToMoment(row.AtTicks),
                row.Answer,
                row.AnsweredBy,
                row.AnsweredTicks is { } ticks ? Ticks.ToMoment(ticks) : null)),
        ];
    }

    internal static IQueryable<RuleDisputeRow> Visible(SmeKpiContext context, string? bank, string? rule) =>
        context.RuleDisputes.AsNoTracking()
            .Where(row => (bank == null || row.BankCode == bank) && (rule == null || row.Rule == rule));

    private async Task SaveAsync(SmeKpiContext context, AuditEvent what, CancellationToken cancellationToken)
    {
        await audit.SaveAsync(context, [what], cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }
}
