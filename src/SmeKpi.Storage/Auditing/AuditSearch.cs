using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Which entries are asked for; what is null does not limit.</summary>
public sealed record AuditSearch
{
    /// <summary>From this moment on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The whole name.</summary>
    public string? Actor { get; init; }

    public string? Action { get; init; }

    public AuditResult? Result { get; init; }

    /// <summary>Letters that stand next to each other in what it was done to; case counts.</summary>
    public string? Target { get; init; }

    internal IQueryable<AuditRow> In(SmeKpiContext context)
    {
        IQueryable<AuditRow> rows = context.Audit.AsNoTracking();
        if (From is { } from)
        {
            rows = rows.Where(row => row.AtTicks >= from.UtcTicks);
        }

        if (Until is { } until)
        {
            rows = rows.Where(row => row.AtTicks < until.UtcTicks);
        }

        if (Actor is not null)
        {
            rows = rows.Where(row => row.Actor == Actor);
        }

        if (Action is not null)
        {
            rows = rows.Where(row => row.Action == Action);
        }

        if (Result is { } result)
        {
            string text = result.ToString();
            rows = rows.Where(row => row.Result == text);
        }

        return Target is null ? rows : rows.Where(row => row.Target.Contains(Target));
    }
}
