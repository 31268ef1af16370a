using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

/// <summary>A small made-up city for worked examples: two counties, whatever banks and figures a test states.</summary>
internal sealed class City
{
    public const string Code = "320900";
    public const string CountyOne = "320902";
    public const string CountyTwo = "320981";

    private readonly List<Bank> _banks = [];
    private readonly StatisticsSnapshot _statistics = new();
    private readonly List<Region> _regions =
    [
        new(Code, new("市", "City"), null, RegionKind.City),
        new(CountyOne, new("甲", "One"), Code, RegionKind.County),
        new(CountyTwo, new("乙", "Two"), Code, RegionKind.County),
    ];

    public City Zone(string code, string parent)
    {
        _regions.Add(new Region(code, new("园", "Zone"), parent, RegionKind.Zone));
        return this;
    }

    public City Region(Region region)
    {
        _regions.Add(region);
        return this;
    }

    public City Bank(
        string code,
        string? opened = null,
        string? closed = null,
        string? successor = null,
        BankType type = BankType.City,
        bool isLocal = false)
    {
        _banks.Add(new Bank(
            code,
            new(code, code),
            type,
            isLocal,
            opened is null ? null : YearMonth.Parse(opened),
            closed is null ? null : YearMonth.Parse(closed),
            successor,
            []));
        return this;
    }

    /// <summary>The area's total as the PBoC branch publishes it; money in 亿元.</summary>
    public City Published(string month, string indicator, string scope, decimal yi, string region = Code) =>
        Set(month, indicator, scope, null, region, Money.FromYiYuan(yi));

    /// <summary>A bank's own row; money in 亿元.</summary>
    public City Reported(string bank, string month, string indicator, string scope, decimal yi, string region = Code) =>
        Set(month, indicator, scope, bank, region, Money.FromYiYuan(yi));

    /// <summary>The same, made up for a demonstration.</summary>
    public City MadeUp(string bank, string month, string indicator, string scope, decimal yi)
    {
        _statistics.Set(
            new SeriesKey(indicator, scope, bank, Code),
            YearMonth.Parse(month),
            new KnownValue(Money.FromYiYuan(yi).ToQuantity(), Synthetic: true, ObservationId: 0));
        return this;
    }

    /// <summary>A bank's number of borrowers of inclusive loans.</summary>
    public City Borrowers(string bank, string month, decimal count) => Set(
        month, IndicatorCodes.LoansInclusiveMseBorrowers, ScopeCodes.Nfra, bank, Code, new Quantity(count, Unit.Count));

    /// <summary>Loans granted to enterprises in a month at one rate.</summary>
    public City Granted(string bank, string month, decimal yi, decimal ratePercent) => this
        .Reported(bank, month, IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, yi)
        .Reported(bank, month, IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, yi * ratePercent / 100m);

    /// <summary>The one-year LPR in force at the end of a month, in percent.</summary>
    public City Lpr(string month, decimal percent, bool synthetic = false)
    {
        _statistics.Set(
            new SeriesKey(IndicatorCodes.Lpr1y, ScopeCodes.None, null, "100000"),
            YearMonth.Parse(month),
            new KnownValue(new Quantity(percent, Unit.Percent), synthetic, 0));
        return this;
    }

    public City NotReported(string bank, string month, string indicator, string scope)
    {
        _statistics.Set(
            new SeriesKey(indicator, scope, bank, Code), YearMonth.Parse(month), new KnownValue(null, false, 0));
        return this;
    }

    public KpiReading Read(string id, string month, string reading = "ruling", string region = Code, string? bank = null) =>
        Readings(month, region, bank).Single(each => each.Id == id && each.Reading == reading);

    public IEnumerable<KpiReading> Readings(string month, string region = Code, string? bank = null) =>
        KpiCatalog.Evaluate(Input(month, region, bank));

    public KpiInput Input(string month, string region = Code, string? bank = null) => new(
        new FigureBook(_statistics, new MasterData(_banks, _regions)),
        Repository.Policy,
        YearMonth.Parse(month),
        new Subject(region, bank));

    private City Set(string month, string indicator, string scope, string? bank, string region, Money amount) =>
        Set(month, indicator, scope, bank, region, amount.ToQuantity());

    private City Set(string month, string indicator, string scope, string? bank, string region, Quantity value)
    {
        _statistics.Set(
            new SeriesKey(indicator, scope, bank, region),
            YearMonth.Parse(month),
            new KnownValue(value, Synthetic: false, ObservationId: 0));
        return this;
    }
}
