using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Dashboards;
using SmeKpi.Web.Digests;
using SmeKpi.Web.Promises;

namespace SmeKpi.Web.Readers;

/// <summary>Reads from the database what the pages are made from, as far as the viewer may see it.</summary>
internal sealed class DatabaseViews(
    VisibleCity city,
    VisibleImports files,
    VisibleFilings filings,
    VisibleCauses causes,
    SnapshotReader snapshots,
    MasterDataReader masterData,
    ImportReader imports,
    PromiseHall promises,
    RateReader rates,
    PolicyDocument policy,
    DashboardShelf dashboards,
    Law law)
{
    public ViewSource ToSource() => new(
        (query, withParts, token) => ReadAsync(query, withParts ? ShownParts.All : ShownParts.None, token),
        ListImportsAsync,
        FindImportAsync,
        StatusAsync)
    {
        AreasAsync = (query, token) => ReadAsync(query, ShownParts.Areas, token),
        CalendarAsync = filings.ReadAsync,
        DigestFactsAsync = FactsAsync,
        CausesAsync = causes.OfPageAsync,
    };

    private async Task<ViewData> ReadAsync(ViewQuery query, ShownParts parts, CancellationToken cancellationToken)
    {
        MasterData master = await city.MasterAsync(query.AsOf, cancellationToken);
        Region home = Subjects.City(master);
        string region = query.Region is { } asked && master.FindRegion(asked) is not null ? asked : home.Code;
        IReadOnlyList<YearMonth> months = await city.MonthsAsync(query.AsOf, cancellationToken);
        YearMonth month = query.Month ?? StartMonth(months);
        IReadOnlyList<KpiReading> readings =
        [
            .. await OfYearAsync(home.Code, region, month, query.AsOf, cancellationToken),
            .. await OfPartsAsync(home.Code, Parts(master, home.Code, region, month, parts), month, query.AsOf, cancellationToken),
            .. parts == ShownParts.None ? [] : await OfLastYearAsync(home.Code, region, month, query.AsOf, cancellationToken),
        ];
        bool seesCity = await city.IsOpenAsync();
        bool isWithheld = !seesCity || readings.Any(reading => reading is { Standing: Standing.Withheld, Subject.Bank: null }
            && reading.Subject.Region == region);
        return new ViewData
        {
            Policy = policy,
            Dashboards = dashboards.Current.Files,
            Master = master,
            Region = region,
            Month = month,
            FirstMonth = months.Count > 0 ? months[0] : null,
            LastMonth = months.Count > 0 ? months[^1] : null,
            KnownSince = months.Count > 0 ? await city.KnownSinceAsync(query.AsOf, cancellationToken) : null,
            Readings = new ReadingIndex(readings),
            OpeningBalance = isWithheld
                ? null
                : await OpeningAsync(new Subject(region), month, query.AsOf, cancellationToken),
            Forecasts = isWithheld || region != home.Code
                ? []
                : await city.ForecastsAsync(month, month, query.AsOf, cancellationToken),
            SeesCity = seesCity,
            Filings = seesCity && region == home.Code ? await filings.NoteAsync(month, query.AsOf, cancellationToken) : null,
            Beside = seesCity ? await BesideAsync(month, query.AsOf, cancellationToken) : null,
            Events = law.Events,
            AsOf = query.AsOf,
            BankRows = parts == ShownParts.Areas ? BankRows.None : await city.BankRowsAsync(),
            Promises = parts == ShownParts.All ? await promises.ReadAsync(cancellationToken) : null,
            MakeGood = law.MakeGood,
            Synthetic = readings.Any(reading => reading.Synthetic),
        };
    }

    /// <summary>The newest month in which all that the law judges is judged; without one, the newest with data.</summary>
    private YearMonth StartMonth(IReadOnlyList<YearMonth> months)
    {
        IReadOnlyList<Provision> judged = [.. policy.Provisions.Where(provision => provision.IsJudged)];
        foreach (YearMonth month in months.Reverse())
        {
            if (judged.All(provision => provision.TargetFor(month) is not null))
            {
                return month;
            }
        }

        return months.Count > 0 ? months[^1] : new YearMonth(policy.Released.Year, policy.Released.Month);
    }

    /// <summary>Every reading of the area for the whole year, so that paces are drawn ahead.</summary>
    private Task<IReadOnlyList<KpiReading>> OfYearAsync(
        string home, string region, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        city.ReadingsAsync(
            new ReadingQuery(
                home,
                month.EndOfLastYear,
                new YearMonth(month.Year, 12),
                Subjects: [new Subject(region)],
                AsOf: asOf),
            cancellationToken);

    /// <summary>The same month of last year and the one before it: what a month is compared with like for like.</summary>
    private Task<IReadOnlyList<KpiReading>> OfLastYearAsync(
        string home, string region, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        city.ReadingsAsync(
            new ReadingQuery(
                home, month.AddMonths(-13), month.AddMonths(-12), Reading: "ruling", Subjects: [new Subject(region)], AsOf: asOf),
            cancellationToken);

    /// <summary>The rate only where the rate target itself may be seen.</summary>
    private async Task<DigestFacts> FactsAsync(ViewData data, ViewQuery query, CancellationToken cancellationToken)
    {
        Subject area = new(data.Region);
        bool open = data.Readings.Find(CorporateRateDrop.Id, "ruling", data.Month, area)
            is { Standing: not Standing.Withheld, Actual: not null };
        return new DigestFacts(
            open ? await rates.ReadAsync(area, data.Month, query.AsOf, cancellationToken) : null,
            PromiseHall.Count(data.Promises, data.Month, query.AsOf));
    }

    /// <summary>The counties and zones of the city, and the banks of the month in the area.</summary>
    private static List<Subject> Parts(MasterData master, string home, string region, YearMonth month, ShownParts parts) =>
    [
        .. (region == home && parts != ShownParts.None ? master.CountiesOf(home) : []).Select(county => new Subject(county.Code)),
        .. (parts == ShownParts.All ? master.OpenIn(month) : []).Select(bank => new Subject(region, bank.Code)),
    ];

    /// <summary>The ruling readings of the parts of the area, this month and the month before.</summary>
    private async Task<IReadOnlyList<KpiReading>> OfPartsAsync(
        string home, List<Subject> parts, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        parts.Count == 0
            ? []
            : await city.ReadingsAsync(
                new ReadingQuery(home, month.AddMonths(-1), month, Reading: "ruling", Subjects: parts, AsOf: asOf),
                cancellationToken);

    // Added up from every bank, whoever looks at it: what is asked for is the total of an area that may be seen.
    private async Task<Quantity?> OpeningAsync(
        Subject subject,
        YearMonth month,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        StatisticsSnapshot balances = await snapshots.ReadAsync(
            asOf,
            new SnapshotFilter
            {
                Indicators = [IndicatorCodes.LoansAll],
                Scopes = [ScopeCodes.RmbFx],
                From = month.EndOfLastYear,
                To = month,
            },
            cancellationToken);
        FigureRequest closing = new(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, month);
        IReadOnlyList<ResolvedFigure> figures = new FigureBook(balances, await masterData.ReadAsync(asOf, cancellationToken))
            .Resolve(subject, closing with { Month = month.EndOfLastYear }, closing);
        return figures[0].Number is { } yuan ? Money.FromYuan(yuan).ToQuantity() : null;
    }

    /// <summary>What others published: two years, for growth and for windows of last year.</summary>
    private async Task<BesideBook> BesideAsync(YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Comparisons comparisons = law.Comparisons;
        return new BesideBook(
            await snapshots.ReadAsync(
                asOf,
                new SnapshotFilter
                {
                    Indicators = [IndicatorCodes.LoansAll, IndicatorCodes.Lpr1y],
                    Scopes = [comparisons.NationScope, ScopeCodes.None],
                    Banks = [string.Empty],
                    Regions = [comparisons.NationRegion, comparisons.LprRegion],
                    From = month.StartOfYear.AddMonths(-24),
                    To = month,
                },
                cancellationToken),
            comparisons);
    }

    private async Task<ImportList> ListImportsAsync(int page, CancellationToken cancellationToken)
    {
        (IReadOnlyList<Arrival> arrivals, int shown, int count) =
            await files.ListAsync(page, ImportList.PageSize, cancellationToken);
        int pages = Math.Max(1, (count + ImportList.PageSize - 1) / ImportList.PageSize);
        return new ImportList([.. arrivals.Select(ToRecord)], shown, pages, count);
    }

    private async Task<ImportRecord?> FindImportAsync(ImportAddress address, CancellationToken cancellationToken) =>
        address.IsRefusal
            ? await files.FindRefusalAsync(address.Id, cancellationToken) is { } refusal ? ToRecord(refusal) : null
            : await files.FindAsync(address.Id, cancellationToken) is { } import ? ToRecord(import) : null;

    private static ImportRecord ToRecord(Arrival arrival) =>
        arrival.Import is { } import ? ToRecord(import) : ToRecord(arrival.Refusal!);

    private static ImportRecord ToRecord(StoredImport import) => new(
        new ImportAddress(import.Id, IsRefusal: false),
        import.FileName,
        import.Layout,
        import.Received,
        import.KnownSince,
        import.Sha256,
        import.RowsRead,
        import.Stored,
        import.Unchanged,
        import.Synthetic,
        import.Findings.Count == 0 ? ImportOutcome.Accepted : ImportOutcome.AcceptedWithFindings,
        import.Findings,
        import.Actor);

    private static ImportRecord ToRecord(Refusal refusal) => new(
        new ImportAddress(refusal.Id, IsRefusal: true),
        refusal.FileName,
        string.Empty,
        refusal.At,
        null,
        refusal.Sha256,
        0,
        0,
        0,
        Synthetic: false,
        ImportOutcome.Refused,
        refusal.Findings,
        null);

    private async Task<SiteStatus> StatusAsync(CancellationToken cancellationToken) => new(
        await imports.AnySyntheticAsync(cancellationToken),
        [.. policy.Judged()]);

    /// <summary>Whose readings are read besides the area's own.</summary>
    private enum ShownParts
    {
        None,
        Areas,
        All,
    }
}
