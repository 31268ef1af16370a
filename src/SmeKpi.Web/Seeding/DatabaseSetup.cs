using System.Globalization;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Seeding;

/// <summary>Makes the database ready: schema, seed of a new one, readings up to date.</summary>
/// <remarks>Killed at any point it does the rest at the next start: a seed is stored whole or not at all.</remarks>
internal sealed class DatabaseSetup(
    MetaStore meta,
    StatisticsImporter importer,
    SnapshotReader snapshots,
    ReadingComputer computer,
    Settings settings)
{
    /// <param name="progress">Takes lines for a person to read.</param>
    /// <returns>True when the database is a demonstration of a made-up city.</returns>
    public async Task<bool> PrepareAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        await meta.MigrateAsync(cancellationToken);
        string? mode = await meta.FindAsync(MetaStore.Mode, cancellationToken);
        if (mode is null)
        {
            mode = settings.NoSeed ? MetaStore.RealMode : MetaStore.DemoMode;
            await SeedAsync(mode, progress, cancellationToken);
            await meta.SetAsync(MetaStore.Mode, mode, cancellationToken);
        }

        return mode == MetaStore.DemoMode;
    }

    private async Task SeedAsync(string mode, IProgress<string> progress, CancellationToken cancellationToken)
    {
        bool isNew = await snapshots.DataVersionAsync(cancellationToken: cancellationToken) is null;
        if (isNew)
        {
            IReadOnlyList<SeedFile> files = mode == MetaStore.DemoMode
                ? [.. SeedFiles.Regions(), .. SeedFiles.Statistics()]
                : SeedFiles.Regions();
            IReadOnlyList<ImportReport> reports = await importer.ImportManyAsync(
                files, new EveryTenth(progress), cancellationToken);
            if (reports.FirstOrDefault(report => report.Outcome == ImportOutcome.Refused) is { } refused)
            {
                throw new InvalidOperationException($"The shipped file {refused.FileName} was refused: {refused.Findings[0]}");
            }
        }

        if (mode == MetaStore.DemoMode)
        {
            progress.Report("computing readings …");
            ComputeReport computed = await computer.ComputeAsync(cancellationToken: cancellationToken);
            progress.Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{computed.Stored.Stored} readings of {computed.Months.Count} months stored"));
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
