using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SmeKpi.Storage;

/// <summary>Says by one short text whether anything changed that pages are made from: equal stamps, equal pages.</summary>
/// <remarks>
/// Each of these tables only grows, or says when it was written: its newest row stands for all of it. Whoever lets a
/// shared page show another table adds it to the list; what people do on their own account (sessions, the audit chain)
/// does not belong here.
/// </remarks>
public sealed class ContentStamps(IDbContextFactory<SmeKpiContext> contexts)
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Read(context).SingleOrDefaultAsync(cancellationToken) is { } newest
            ? string.Join('-', newest.Numbers().Select(number => (number ?? 0).ToString("x", CultureInfo.InvariantCulture)))
            : string.Empty;
    }

    // One question for all of them: every request asks it. A database that was set up has a row of this table.
    internal static IQueryable<Newest> Read(SmeKpiContext context) =>
        from one in context.Meta.OrderBy(row => row.Key).Take(1)
        select new Newest
        {
            Import = context.Imports.Max(row => (long?)row.KnownSinceTicks),
            Reading = context.Readings.Max(row => (long?)row.Id),
            Forecast = context.Forecasts.Max(row => (long?)row.ComputedTicks),
            FilingStep = context.SubmissionSteps.Max(row => (long?)row.Id),
            Meeting = context.Meetings.Max(row => (int?)row.Id),
            Promise = context.Promises.Max(row => (int?)row.Id),
            PromiseStep = context.PromiseSteps.Max(row => (int?)row.Id),
            CaseStep = context.CaseSteps.Max(row => (long?)row.Id),
        };

    internal sealed record Newest
    {
        public required long? Import { get; init; }

        public required long? Reading { get; init; }

        public required long? Forecast { get; init; }

        public required long? FilingStep { get; init; }

        public required int? Meeting { get; init; }

        public required int? Promise { get; init; }

        public required int? PromiseStep { get; init; }

        public required long? CaseStep { get; init; }

        public IEnumerable<long?> Numbers() => [Import, Reading, Forecast, FilingStep, Meeting, Promise, PromiseStep, CaseStep];
    }
}
