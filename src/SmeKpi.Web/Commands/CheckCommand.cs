using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Kpis;
using SmeKpi.Storage;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Readings;

namespace SmeKpi.Web.Commands;

/// <summary>
/// `smekpi check`: the database is whole, its figures are those of the files it keeps, its readings what they give.
/// </summary>
/// <remarks>Law and dashboards are checked by loading them, which every command does before anything else.</remarks>
internal static class CheckCommand
{
    public static Command Create()
    {
        Command command = new("check", "Check the database, the law, the dashboards, the stored readings and the audit chain");
        command.SetAction((result, cancellationToken) => DataHost.RunAsync(
            result, services => RunAsync(services, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        List<string> problems =
        [
            .. await IntegrityAsync(services, cancellationToken),
            .. await StoredFiles.CheckAsync(services, cancellationToken),
            .. await ReadingsAsync(services, cancellationToken),
            .. await AuditAsync(services, cancellationToken),
        ];
        foreach (string problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(problems.Count == 0
            ? "ok"
            : string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems"));
        return problems.Count == 0 ? CommandLine.Accepted : CommandLine.Failed;
    }

    private static async Task<IReadOnlyList<string>> IntegrityAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        await using SmeKpiContext context = await services
            .GetRequiredService<IDbContextFactory<SmeKpiContext>>().CreateDbContextAsync(cancellationToken);
        List<string> problems = [];
        if (await context.Database.GetPendingMigrationsAsync(cancellationToken) is { } pending && pending.Any())
        {
            problems.Add($"schema: pending {string.Join(", ", pending)}");
        }

        if (context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            List<string> answers = await context.Database
                .SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")
                .ToListAsync(cancellationToken);
            problems.AddRange(answers.Where(answer => answer != "ok").Select(answer => $"database: {answer}"));
        }

        return problems;
    }

    /// <summary>Names the first link of the audit chain that does not hold.</summary>
    private static async Task<IReadOnlyList<string>> AuditAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        AuditVerdict verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken);
        string said = $"audit: {AuditMessages.Describe(verdict, CultureInfo.CurrentUICulture)}";
        if (verdict.Fault is not null)
        {
            return [said];
        }

        Console.WriteLine(said);
        return [];
    }

    /// <summary>Computes everything again from the data and holds it against what is stored.</summary>
    private static async Task<IReadOnlyList<string>> ReadingsAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<SnapshotReader>().DataVersionAsync(cancellationToken: cancellationToken)
            is not { } version)
        {
            return [];
        }

        HashSet<KpiReading> stored =
        [
            .. (await services.GetRequiredService<ReadingStore>()
                .LatestAsync(new ReadingFilter(), cancellationToken: cancellationToken)).Select(each => each.Reading),
        ];
        IReadOnlyList<KpiReading> computed = await services.GetRequiredService<ReadingComputer>()
            .EvaluateAsync(version, null, null, cancellationToken);
        return
        [
            .. computed.Where(reading => !stored.Contains(reading)).Select(reading =>
                $"reading: {Name(reading)} is not stored as the data give it; run compute"),
            .. stored.Select(Name).Except(computed.Select(Name)).Select(name =>
                $"reading: {name} is stored, but the data do not give it"),
        ];
    }

    private static string Name(KpiReading reading) =>
        $"{reading.Id} {reading.Reading} {reading.Month} {reading.Subject.Region} {reading.Subject.Bank}".TrimEnd();
}
