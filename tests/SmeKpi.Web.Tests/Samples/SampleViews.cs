using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Samples;

/// <summary>
/// Made-up views for tests of single components: forty fictional banks, eleven areas, round numbers and standings that
/// the seeded city never shows. The browser tests run on the seeded city instead.
/// </summary>
public static class SampleViews
{
    public const string City = "320900";

    private const int Banks = 40;

    private static readonly YearMonth s_newest = new(2026, 3);

    // In 亿元: the increment of each month of 2025.
    private static readonly decimal[] s_monthly = [260, 150, 210, 90, 120, 170, 60, 110, 160, 80, 130, 140];

    public static MasterData Master { get; } = new(SampleBanks(), SampleRegions());

    public static ViewData Data(YearMonth month, string? region = null, bool synthetic = true) => new()
    {
        Policy = Repository.Policy,
        Dashboards = Repository.Dashboards,
        Master = Master,
        Region = region is not null && Master.FindRegion(region) is not null ? region : City,
        Month = month,
        FirstMonth = new YearMonth(2024, 12),
        LastMonth = s_newest,
        KnownSince = new DateTimeOffset(2025, 7, 18, 9, 30, 0, TimeSpan.FromHours(8)),
        Readings = new ReadingIndex(Readings(month, region ?? City, synthetic)),
        OpeningBalance = Money.FromYiYuan(14_200m).ToQuantity(),
        SeesCity = true,
        BankRows = BankRows.Every,
        Synthetic = synthetic,
    };

    private static IEnumerable<KpiReading> Readings(YearMonth month, string region, bool synthetic)
    {
        foreach (Provision provision in Repository.Policy.Judged())
        {
            foreach (YearMonth at in month.StartOfYear.Through(new YearMonth(month.Year, 12)))
            {
                foreach (ReadingDefinition reading in provision.Readings)
                {
                    decimal shift = reading.IsRuling ? 0m : 0.04m * reading.Name.Length;
                    yield return City900(provision, reading.Name, at, shift, region, synthetic);
                }
            }

            foreach (YearMonth at in new[] { month.AddMonths(-1), month })
            {
                for (int i = 0; i < Banks; i++)
                {
                    yield return Part(provision, at, new Subject(region, BankCode(i)), i, Banks, provision.Id == "M01.3" && (i is 11 or 29), synthetic);
                }

                int n = 0;
                foreach (Region county in Master.CountiesOf(City))
                {
                    yield return Part(provision, at, new Subject(county.Code), n++, 11, missing: false, synthetic);
                }
            }
        }
    }

    private static KpiReading City900(
        Provision provision, string reading, YearMonth at, decimal shift, string region, bool synthetic)
    {
        bool gone = at > s_newest || (at == new YearMonth(2025, 4) && provision.Id == "M08.1");
        Quantity? target = provision.TargetFor(at);
        Quantity? actual = gone ? null : Value(provision.Id, at, shift);
        bool amount = provision.Id == "M01.1" && target is not null;
        return new KpiReading
        {
            Id = provision.Id,
            Reading = reading,
            Month = at,
            Subject = new Subject(region),
            Actual = actual,
            Target = target,
            Standing = StandingOf(provision.Id, at, actual, target),
            Pace = amount ? target!.Value with { Number = target.Value.Number * at.Month / 12m } : null,
            SeasonalPace = amount ? target!.Value with { Number = target.Value.Number * Seasonal(at.Month) } : null,
            RequiredRunRate = amount && actual is { } known && at.Month < 12
                ? known with { Number = (213_000_000_000m - known.Number) / (12 - at.Month) }
                : null,
            BindingTarget = target is not null && provision.Id is "M01.1" or "M01.2" ? "M01.2" : null,
            RequiredIncrement = amount ? Money.FromYiYuan(2_130m).ToQuantity() : null,
            Completeness = new Completeness(Banks, provision.Id == "M01.3" ? Banks - 2 : Banks),
            Origin = provision.Id == "M01.1" ? Origin.Published : Origin.Banks,
            Synthetic = synthetic,
        };
    }

    private static KpiReading Part(
        Provision provision, YearMonth at, Subject subject, int i, int count, bool missing, bool synthetic)
    {
        Quantity whole = Value(provision.Id, at, 0m);
        decimal weight = (1.9m - (1.8m * i / count)) / count;
        Quantity? actual = missing ? null
            : provision.Id == "M01.1" ? whole with { Number = (whole.Number * weight) - ((i % 5) * at.Month * 21_000_000m) }
            : whole with { Number = whole.Number + (((i * 7 % 11) - 5) * 0.31m) + (at.Month * (i % 3) * 0.07m) };
        Standing standing = !provision.BindsEachBank ? Standing.NoTarget
            : actual is not { } known ? Standing.Incomplete
            : i == 39 ? Standing.NotAssessable
            : provision.Id == "M10.1" ? (known.Number <= 3m ? Standing.Achieved : Standing.Missed)
            : known.Number >= 0m ? Standing.OnTrack : known.Number > -1m ? Standing.Behind : Standing.FarBehind;
        return new KpiReading
        {
            Id = provision.Id,
            Reading = "ruling",
            Month = at,
            Subject = subject,
            Actual = standing == Standing.NotAssessable ? null : actual,
            Target = null,
            Standing = standing,
            Completeness = new Completeness(1, missing ? 0 : 1),
            Origin = Origin.Banks,
            Synthetic = synthetic,
        };
    }

    private static Quantity Value(string id, YearMonth at, decimal shift) => id switch
    {
        "M01.1" => new(s_monthly.Take(at.Month).Sum() * 100_000_000m * (1m + (shift / 10m)), Unit.Yuan),
        "M01.2" => new(14.1m + (at.Month * 0.12m) + shift, Unit.Percent),
        "M01.3" => new(-1.8m + (at.Month * 0.13m) + shift, Unit.Points),
        "M08.1" => new(4m + (at.Month * 1.9m) + (shift * 10m), Unit.BasisPoints),
        _ => new(0.58m + (at.Month % 4 * 0.11m) + shift, Unit.Points),
    };

    private static Standing StandingOf(string id, YearMonth at, Quantity? actual, Quantity? target) =>
        target is null ? Standing.NoTarget
        : actual is null || (id == "M01.3" && at.Month % 3 == 0) ? Standing.Incomplete
        : id switch
        {
            "M10.1" => Standing.Achieved,
            "M08.1" => at.IsDecember ? Standing.Missed : Standing.FarBehind,
            "M01.3" => Standing.FarBehind,
            "M01.2" => at.IsDecember ? Standing.Achieved : Standing.Behind,
            _ => at.IsDecember ? Standing.Missed : Standing.OnTrack,
        };

    private static decimal Seasonal(int month) =>
        new[] { 0.17m, 0.24m, 0.36m, 0.42m, 0.49m, 0.60m, 0.63m, 0.69m, 0.78m, 0.83m, 0.90m, 1m }[month - 1];

    private static string BankCode(int i) => $"DEMO{i + 1:00}";

    private static IEnumerable<Bank> SampleBanks() => Enumerable.Range(0, Banks).Select(i => new Bank(
        BankCode(i), new LocalizedText($"示例银行{i + 1:00}盐城分行", $"Demo Bank {i + 1:00}, Yancheng Branch"),
        (BankType)(i % 7), i % 4 == 0, null, null, null, []));

    private static IEnumerable<Region> SampleRegions() =>
    [
        new("320000", new("江苏省", "Jiangsu"), null, RegionKind.Province),
        new(City, new("盐城市", "Yancheng"), "320000", RegionKind.City),
        new("320902", new("亭湖区", "Tinghu"), City, RegionKind.County),
        new("320903", new("盐都区", "Yandu"), City, RegionKind.County),
        new("320904", new("大丰区", "Dafeng"), City, RegionKind.County),
        new("320921", new("响水县", "Xiangshui"), City, RegionKind.County),
        new("320922", new("滨海县", "Binhai"), City, RegionKind.County),
        new("320923", new("阜宁县", "Funing"), City, RegionKind.County),
        new("320924", new("射阳县", "Sheyang"), City, RegionKind.County),
        new("320925", new("建湖县", "Jianhu"), City, RegionKind.County),
        new("320971", new("经开区", "Economic Development Zone"), "320902", RegionKind.Zone),
        new("320972", new("盐南高新区", "Yannan High-tech Zone"), "320903", RegionKind.Zone),
        new("320981", new("东台市", "Dongtai"), City, RegionKind.County),
    ];
}
