using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Cases;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Cases;

/// <summary>Gives a demonstration its made-up cases: all of them or none, and only where there are none.</summary>
public sealed class CaseSeed(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, CaseRules rules, CaseCatalog catalog)
{
    // Ten in the morning in the city, one minute later for each step.
    private static readonly TimeSpan s_morning = TimeSpan.FromHours(2);

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Cases.AnyAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">A case of the file does what no case may do.</exception>
    public Task StoreAsync(IReadOnlyList<DemoCase> cases, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (!await context.Cases.AnyAsync(token))
                {
                    foreach (DemoCase each in cases)
                    {
                        await AddAsync(context, each, token);
                    }

                    await audit.SaveAsync(
                        context, [AuditActor.Program.Did(AuditAction.Case, "seed-data", detail: "made-up cases")], token);
                    await context.Database.CommitTransactionAsync(token);
                }

                return true;
            },
            cancellationToken);

    private async Task AddAsync(SmeKpiContext context, DemoCase made, CancellationToken cancellationToken)
    {
        Demand(CaseContent.Open(made.Made, catalog.Find(made.Made.Subject), made.OpenedOn), made);
        CaseRow row = CaseRecord.Row(made.Made, synthetic: true);
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        CaseStep first = CaseRecord.First(made.Made, NameOf(Role.Regulator), RoleNames.Of(Role.Regulator), MomentOf(made.OpenedOn, 1));
        SupervisoryCase found = new(row.Id, row.BankCode, row.Subject, row.Title, made.Made.Month!.Value, Synthetic: true, [first]);
        foreach (DemoCaseStep step in made.Steps)
        {
            Role role = DemoCaseStep.RoleOf(step.Move.Act);
            Viewer viewer = new(NameOf(role), role, role.IsOfBank() ? row.BankCode : null, [], HasSecondFactor: true);
            Demand(rules.WhyNot(viewer, step.Move.Act, found, step.On) ?? CaseContent.Move(step.Move, found, step.On), made);
            CaseStep next = found.Next(step.Move, viewer.Name, RoleNames.Of(role), MomentOf(step.On, found.Version + 1));
            found = found with { Steps = [.. found.Steps, next] };
        }

        context.AddRange(found.Steps.Select(step => CaseRecord.Row(row.Id, step, auditNumber: null)));
    }

    private static void Demand(CaseRefusal? refusal, DemoCase made)
    {
        if (refusal is { } reason)
        {
            throw new InvalidOperationException(
                $"The made-up case of {made.Made.Bank}, {made.Made.Subject} in {made.Made.Month} does what no case may: {reason}.");
        }
    }

    private static string NameOf(Role role) => $"demo:{RoleNames.Of(role)}";

    private static DateTimeOffset MomentOf(DateOnly day, int number) =>
        new(day.ToDateTime(TimeOnly.MinValue) + s_morning + TimeSpan.FromMinutes(number), TimeSpan.Zero);
}
