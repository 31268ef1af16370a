using System.Globalization;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage;
using SmeKpi.Storage.Cases;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Readings;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Seeding;

/// <summary>Makes the database ready: schema, seed of a new one, readings up to date.</summary>
/// <remarks>Killed at any point it does the rest at the next start: a seed is stored whole or not at all.</remarks>
internal sealed class DatabaseSetup(
    MetaStore meta,
    StatisticsImporter importer,
    SnapshotReader snapshots,
    ReadingComputer computer,
    ReadingStore store,
    PromiseSeed promises,
    CaseSeed cases,
    Law law,
    MasterDataReader masterData,
    Settings settings)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    /// <param name="progress">Takes lines for a person to read.</param>
    /// <returns>True when the database is a demonstration of a made-up city.</returns>
    public async Task<bool> PrepareAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        await MigrateAsync(cancellationToken);
        bool demo = await DecideAsync(cancellationToken);
        if (await snapshots.DataVersionAsync(cancellationToken: cancellationToken) is null)
        {
            await SeedAsync(demo, progress, cancellationToken);
        }

        if (demo && await promises.IsEmptyAsync(cancellationToken))
        {
            MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
            await promises.StoreAsync(DemoMeetings.Load(SeedFiles.Meetings, law.Policy, master), cancellationToken);
        }

        if (demo && await cases.IsEmptyAsync(cancellationToken))
        {
            MasterData master = await masterData.ReadAsync(cancellationToken: cancellationToken);
            await cases.StoreAsync(DemoCases.Load(SeedFiles.Cases, law.Cases, law.Policy, master), cancellationToken);
        }

        if (demo && await store.MonthsAsync(cancellationToken) is [])
        {
            progress.Report("computing readings …");
            ComputeReport computed = await computer.ComputeAsync(cancellationToken: cancellationToken);
            progress.Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{computed.Stored.Stored} readings of {computed.Months.Count} months stored"));
        }

        return demo;
    }

    /// <summary>Whether the database is a demonstration, or would become one; nothing is made or changed.</summary>
    public async Task<bool> IsDemoAsync(CancellationToken cancellationToken)
    {
        string? mode = await meta.ExistsAsync(cancellationToken)
            ? await meta.FindAsync(MetaStore.Mode, cancellationToken)
            : null;
        return mode is null ? !settings.NoSeed : mode == MetaStore.DemoMode;
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (!await meta.IsBehindAsync(cancellationToken))
        {
            return;
        }

        if (settings.Database != DatabaseKind.Sqlite)
        {
            await meta.MigrateAsync(alone: false, cancellationToken);
            return;
        }

        await using FileStream door = await EnterAsync(cancellationToken);
        if (await meta.IsBehindAsync(cancellationToken))
        {
            await meta.MigrateAsync(alone: true, cancellationToken);
        }
    }

    /// <summary>Waits until no other process migrates. The operating system opens the door when its holder dies.</summary>
    private async Task<FileStream> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(settings.DataDirectory, "migrating"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(s_patience, cancellationToken);
            }
        }
    }

    /// <summary>Notes what the database is before anything is in it: a seed that broke off stays a demonstration.</summary>
    private async Task<bool> DecideAsync(CancellationToken cancellationToken)
    {
        if (await meta.FindAsync(MetaStore.Mode, cancellationToken) is null)
        {
            await meta.SetAsync(
                MetaStore.Mode,
                settings.NoSeed ? MetaStore.RealMode : MetaStore.DemoMode,
                cancellationToken);
        }

        return await IsDemoAsync(cancellationToken);
    }

    private async Task SeedAsync(bool demo, IProgress<string> progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<SeedFile> files = demo
            ? [.. SeedFiles.Regions(), .. SeedFiles.Statistics()]
            : SeedFiles.Regions();
        AuditEvent trace = AuditActor.Program.Did(
            AuditAction.Upload,
            "seed-data",
            detail: string.Create(CultureInfo.InvariantCulture, $"seeded {files.Count} files"));
        IReadOnlyList<ImportReport> reports = await importer.ImportManyAsync(
            files, trace, new EveryTenth(progress), cancellationToken);
        if (reports.FirstOrDefault(report => report.Outcome == ImportOutcome.Refused) is { } refused)
        {
            throw new InvalidOperationException($"The shipped file {refused.FileName} was refused: {refused.Findings[0]}");
        }
    }

    /// <summary>Says how far a long import has come without a line for each of hundreds of files.</summary>
    private sealed class EveryTenth(IProgress<string> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            int step = Math.Max(1, value.Total / 10);
            if (value.Done % step == 0 || value.Done == value.Total)
            {
                progress.Report(string.Create(
                    CultureInfo.InvariantCulture, $"seeding: {value.Done} of {value.Total} files"));
            }
        }
    }
}
