using System.Data;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>Stores files one after the other in one transaction, with one view of what is known.</summary>
/// <remarks>Holds the writers' lock, so that ids and moments can be given out by counting.</remarks>
internal sealed class ImportSession : IAsyncDisposable
{
    internal static readonly BulkColumn[] SeriesColumns =
    [
        new("id", DbType.Int32),
        new("indicator", DbType.String, Lengths.Indicator),
        new("scope", DbType.String, Lengths.Scope),
        new("bank_code", DbType.String, Lengths.BankCode),
        new("region_code", DbType.String, Lengths.RegionCode),
    ];

    internal static readonly BulkColumn[] ObservationColumns =
    [
        new("id", DbType.Int64),
        new("series_id", DbType.Int32),
        new("month", DbType.Int32),
        new("known_since_ticks", DbType.Int64),
        new("import_id", DbType.Int32),
        new("amount_fen", DbType.Int64),
        new("count", DbType.Int64),
        new("rate_millionths", DbType.Int64),
        new("status", DbType.Byte),
        new("synthetic", DbType.Boolean),
        new("sheet_number", DbType.Int16),
        new("cell_row", DbType.Int32),
        new("cell_column", DbType.Int32),
    ];

    private readonly SmeKpiContext _context;
    private readonly Func<ParsedFile, CheckInput, IReadOnlyList<Finding>> _check;
    private readonly NewestVintages _newest;
    private readonly MasterVersions _master;
    private readonly long _now;

    // Made for the first file that is stored: a file that is only checked needs no transaction to add rows in.
    private readonly Lazy<BulkInsert> _series;
    private readonly Lazy<BulkInsert> _observations;
    private readonly object?[] _row = new object?[ObservationColumns.Length];
    private long _lastKnownSince;
    private long _lastObservation;
    private int _lastSeries;

    /// <summary>Adds the file before to what is known: only when another one follows.</summary>
    private Action _learn = () => { };

    private ImportSession(
        SmeKpiContext context,
        Func<ParsedFile, CheckInput, IReadOnlyList<Finding>> check,
        NewestVintages newest,
        MasterVersions master,
        long now)
    {
        _context = context;
        _check = check;
        _newest = newest;
        _master = master;
        _now = now;
        _series = new(() => BulkInsert.Into(context, "series", SeriesColumns));
        _observations = new(() => BulkInsert.Into(context, "observations", ObservationColumns));
    }

    public static async Task<ImportSession> BeginAsync(
        SmeKpiContext context,
        Func<ParsedFile, CheckInput, IReadOnlyList<Finding>> check,
        IReadOnlyCollection<PreparedFile> files,
        long now,
        CancellationToken cancellationToken)
    {
        NewestVintages newest = await NewestVintages.LoadAsync(context, files, cancellationToken);
        MasterVersions master = await MasterVersions.LoadAsync(context, cancellationToken);
        return new ImportSession(context, check, newest, master, now)
        {
            _lastKnownSince = await SnapshotReader.DataVersionAsync(context, cancellationToken) ?? 0,
            _lastObservation = await context.Observations.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0,
            _lastSeries = await context.Series.MaxAsync(row => (int?)row.Id, cancellationToken) ?? 0,
        };
    }

    /// <summary>Checks a file against what is known and stores it, unless a finding blocks.</summary>
    public async Task<ImportReport> StoreAsync(PreparedFile file, CancellationToken cancellationToken)
    {
        _learn();
        _learn = () => { };
        (ImportPlan plan, IReadOnlyList<Finding> findings) = Check(file);
        if (findings.Any(finding => finding.Blocks))
        {
            return file.Report(ImportOutcome.Refused) with { Findings = findings };
        }

        ImportRow import = await StoreImportAsync(file, plan, findings, cancellationToken);
        Dictionary<string, short> sheets = await StoreDetailsAsync(file, plan, import, cancellationToken);
        await StoreSeriesAsync(plan, cancellationToken);
        await StoreFiguresAsync(plan, import, file.Request.Status, sheets, cancellationToken);
        return file.Report(ImportOutcome.Stored) with
        {
            ImportId = import.Id,
            KnownSince = Ticks.ToMoment(import.KnownSinceTicks),
            Stored = plan.Stored,
            Unchanged = import.Unchanged,
            Findings = findings,
            Months = [.. plan.Figures.Select(planned => planned.Figure.Month).Distinct().Order()],
        };
    }

    /// <summary>What would be stored, and everything that parser, rules and plan have against it.</summary>
    public (ImportPlan Plan, IReadOnlyList<Finding> Findings) Check(PreparedFile file)
    {
        CheckInput input = new(_master.Current, _newest.Snapshot)
        {
            OtherForms = file.Request.OtherForms,
            FiledFor = file.Request.FiledFor,
        };
        IReadOnlyList<Finding> found = _check(file.Parsed, input);
        ImportPlan plan = ImportPlan.For(file, _newest, _master);
        HashSet<SourceCell?> blocked = [.. found.Where(finding => finding.Blocks).Select(finding => finding.Cell)];
        return (plan,
            [.. file.Parsed.Findings, .. found, .. plan.Findings.Where(finding => !blocked.Contains(finding.Cell))]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<BulkInsert> each in new[] { _series, _observations }.Where(each => each.IsValueCreated))
        {
            await each.Value.DisposeAsync();
        }
    }

    private async Task<ImportRow> StoreImportAsync(
        PreparedFile file, ImportPlan plan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        // Later than every import before it, else a reader at the last moment would see the past change.
        long wanted = Math.Min(file.Request.KnownSince?.UtcTicks ?? _now, _now);
        _lastKnownSince = Math.Max(wanted, _lastKnownSince + 1);
        var import = new ImportRow
        {
            Sha256 = file.Sha256,
            FileName = Lengths.Cut(file.Source.Name, Lengths.FileName),
            Layout = file.Parsed.Layout,
            ByteLength = file.Source.Content.Length,
            ReceivedTicks = _now,
            KnownSinceTicks = _lastKnownSince,
            Actor = file.Request.Actor,
            RowsRead = file.RowsRead,
            Stored = plan.Stored,
            Unchanged = file.RowsRead - plan.Stored,
            Synthetic = file.Synthetic,
            Publisher = Lengths.Cut(file.Request.Source?.Publisher, Lengths.FileName),
            Title = Lengths.Cut(file.Request.Source?.Title, Lengths.FileName),
            Address = Lengths.Cut(file.Request.Source?.Address, Lengths.Address),
            Note = file.Request.Source?.Note,
            FindingsJson = StorageJson.From(findings),
        };
        _context.Add(import);
        await _context.SaveChangesAsync(cancellationToken);
        return import;
    }

    /// <returns>The number of each sheet.</returns>
    private async Task<Dictionary<string, short>> StoreDetailsAsync(
        PreparedFile file, ImportPlan plan, ImportRow import, CancellationToken cancellationToken)
    {
        var sheets = new Dictionary<string, short>(StringComparer.Ordinal) { [string.Empty] = 0 };
        foreach (string sheet in plan.Figures.Select(planned => planned.Figure.Cell.Sheet).Distinct())
        {
            if (sheets.TryAdd(sheet, (short)sheets.Count))
            {
                _context.Add(new ImportSheetRow { ImportId = import.Id, Number = sheets[sheet], Name = sheet });
            }
        }

        _context.Add(new ImportContentRow { ImportId = import.Id, Content = file.Source.Content.ToArray() });
        _master.Add(_context, plan.Banks, plan.Regions, import);
        await _context.SaveChangesAsync(cancellationToken);
        _context.ChangeTracker.Clear();
        return sheets;
    }

    private async Task StoreSeriesAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        foreach ((Figure figure, _) in plan.Figures)
        {
            SeriesKey key = figure.Series;
            if (_newest.FindSeries(key) is null)
            {
                _newest.AddSeries(key, ++_lastSeries);
                await _series.Value.AddAsync(
                    new object?[] { _lastSeries, key.Indicator, key.Scope, key.Bank ?? string.Empty, key.Region },
                    cancellationToken);
            }
        }

        await _series.Value.FlushAsync(cancellationToken);
    }

    private async Task StoreFiguresAsync(
        ImportPlan plan,
        ImportRow import,
        ObservationStatus status,
        Dictionary<string, short> sheets,
        CancellationToken cancellationToken)
    {
        long before = _lastObservation;
        _row[3] = import.KnownSinceTicks;
        _row[4] = import.Id;
        _row[8] = (byte)status;
        _row[9] = import.Synthetic;
        foreach ((Figure figure, StoredNumber number) in plan.Figures)
        {
            _row[0] = ++_lastObservation;
            _row[1] = _newest.FindSeries(figure.Series);
            _row[2] = figure.Month.Number;
            _row[5] = number.AmountFen;
            _row[6] = number.Count;
            _row[7] = number.RateMillionths;
            _row[10] = sheets[figure.Cell.Sheet];
            _row[11] = figure.Cell.Row;
            _row[12] = figure.Cell.Column;
            await _observations.Value.AddAsync(_row, cancellationToken);
        }

        await _observations.Value.FlushAsync(cancellationToken);
        _learn = () => Learn(plan, import.Synthetic, status, before);
    }

    private void Learn(ImportPlan plan, bool synthetic, ObservationStatus status, long before)
    {
        long id = before;
        foreach ((Figure figure, _) in plan.Figures)
        {
            _newest.Learn(figure.Series, figure.Month, figure.Value, synthetic, status, ++id);
        }
    }
}
