using System.Text.RegularExpressions;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Traceability;

/// <summary>The chain from the words of the law to the panel, walked both ways.</summary>
public sealed partial class LawChainTests
{
    private const char Comma = '\u3001';

    /// <summary>负责: the words that end every list of offices.</summary>
    private const string AreResponsible = "\u8D1F\u8D23";

    private static PolicyDocument Policy => Repository.Policy;

    private static IReadOnlyList<DashboardDefinition> Dashboards { get; } =
        DashboardLoader.Load(Repository.Dashboards, Repository.Policy);

    public static TheoryData<string, ProvisionKind, Comparison?, decimal?, Unit?> NumbersOfTheLaw => new()
    {
        { "M01.1", ProvisionKind.Target, Comparison.AtLeast, 200_000_000_000m, Unit.Yuan },
        { "M01.2", ProvisionKind.Target, Comparison.AtLeast, 15m, Unit.Percent },
        { "M01.3", ProvisionKind.Target, Comparison.AtLeast, 0m, Unit.Points },
        { "M02.1", ProvisionKind.SubsidyRate, null, 1m, Unit.Points },
        { "M02.2", ProvisionKind.SubsidyRate, null, 1m, Unit.Points },
        { "M02.3", ProvisionKind.SubsidyRate, null, 1m, Unit.Points },
        { "M04.1", ProvisionKind.SubsidyRate, Comparison.AtMost, 30m, Unit.Percent },
        { "M04.2", ProvisionKind.Cap, Comparison.AtMost, 100_000m, Unit.Yuan },
        { "M05.1", ProvisionKind.SubsidyRate, null, 50m, Unit.Percent },
        { "M05.2", ProvisionKind.SubsidyRate, null, 80m, Unit.Percent },
        { "M06.1", ProvisionKind.EligibilityDate, null, null, null },
        { "M07.1", ProvisionKind.SubsidyRate, Comparison.AtMost, 50m, Unit.Percent },
        { "M07.2", ProvisionKind.SubsidyRate, null, 15m, Unit.Percent },
        { "M07.3", ProvisionKind.Cap, Comparison.AtMost, 2_000_000m, Unit.Yuan },
        { "M07.4", ProvisionKind.SubsidyRate, null, 20m, Unit.Percent },
        { "M07.5", ProvisionKind.Cap, Comparison.AtMost, 2_000_000m, Unit.Yuan },
        { "M08.1", ProvisionKind.Target, Comparison.AtLeast, 30m, Unit.BasisPoints },
        { "M10.1", ProvisionKind.Tolerance, Comparison.AtMost, 3.00m, Unit.Points },
    };

    [Theory]
    [MemberData(nameof(NumbersOfTheLaw))]
    public void Provision_OfTheLaw_HasTheNumberOfTheLaw(
        string id, ProvisionKind kind, Comparison? compare, decimal? number, Unit? unit)
    {
        Provision provision = Policy.Provision(id);

        Assert.Equal((kind, compare, unit), (provision.Kind, provision.Compare, provision.Unit));
        Assert.Equal(number, provision.TargetFor(new YearMonth(2025, 6))?.Number);
        Assert.Equal(id == "M06.1" ? new DateOnly(2027, 9, 30) : null, provision.DateValue);
    }

    [Fact]
    public void Provisions_AreExactlyTheNumbersOfTheLaw() => Assert.Equal(
        NumbersOfTheLaw.Select(row => row.Data.Item1), Policy.Provisions.Select(provision => provision.Id));

    [Fact]
    public void AnnualTargets_NameTheYear2025Only() => Assert.All(
        Policy.Provisions.Where(provision => provision.Kind == ProvisionKind.Target),
        provision => Assert.Equal([2025], provision.AnnualValues.Keys));

    [Fact]
    public void Quotes_StandVerbatimInTheirMeasureAndCarryTheNumber() => Assert.All(Policy.Provisions, provision =>
    {
        string[] numbers = [.. Number().Matches(provision.Quote).Select(match => match.Value)];
        Assert.Contains(provision.Quote, Policy.Measures[provision.Measure - 1].Text, StringComparison.Ordinal);
        Assert.Equal(provision.Id == "M01.3", numbers.Length == 0);
        Assert.True(numbers.Length == 0 || numbers.Contains(AsTheLawWritesIt(provision)), provision.Id);
    });

    [Fact]
    public void Words_OfTheLaw_AreInBothLanguages()
    {
        IEnumerable<LocalizedText> words =
        [
            Policy.Title,
            .. Policy.Departments.Select(office => office.Name),
            .. Policy.Measures.SelectMany(measure => new[] { measure.Title, measure.Summary }),
            .. Policy.Provisions.Select(provision => provision.Name),
            .. Policy.Provisions.SelectMany(provision => provision.Readings)
                .SelectMany(reading => new[] { reading.Title, reading.Explanation }),
        ];

        Assert.All(words, text => Assert.Matches("[\u4E00-\u9FFF]", text.Zh));
        Assert.All(words, text => Assert.DoesNotMatch("[\u4E00-\u9FFF]|^$", text.En));
    }

    [Fact]
    public void Offices_OfEachMeasure_StandInTheOrderOfItsLastBracket() => Assert.All(Policy.Measures, measure =>
    {
        string bracket = Bracket().Matches(measure.Text)[^1].Groups["offices"].Value;
        string listed = string.Join(
            Comma,
            measure.Responsible.Select(id => Policy.Departments.Single(office => office.Id == id).Name.Zh));

        Assert.StartsWith(listed, bracket, StringComparison.Ordinal);
        Assert.DoesNotContain(Comma, bracket[listed.Length..]);
        Assert.EndsWith(AreResponsible, bracket, StringComparison.Ordinal);
    });

    [Fact]
    public void Offices_AllTakePartInSomeMeasure() => Assert.All(
        Policy.Departments,
        office => Assert.Contains(Policy.Measures, measure => measure.Responsible.Contains(office.Id)));

    [Fact]
    public void Targets_EachHaveOneKpiAndEachKpiItsTarget() => Assert.Equal(
        Policy.Provisions.Where(provision => provision.IsJudged).Select(provision => provision.Id),
        KpiCatalog.All.Select(kpi => kpi.Id));

    /// <summary>The class that holds the identifier names the class that tests it.</summary>
    [Fact]
    public void Kpis_EachHaveATestClass() => Assert.All(KpiCatalog.All, kpi =>
    {
        Type calculator = Assert.Single(
            typeof(KpiCatalog).Assembly.GetTypes(),
            type => type.GetField("Id")?.GetRawConstantValue() as string == kpi.Id);
        Assert.Contains(typeof(LawChainTests).Assembly.GetTypes(), type => type.Name == $"{calculator.Name}Tests");
    });

    [Fact]
    public void Readings_OfEachTarget_CanBeComputed()
    {
        KpiInput december = new City().Input("2025-12");

        Assert.Equal(
            Policy.Provisions.SelectMany(
                provision => provision.Readings.Select(reading => (provision.Id, reading.Name))),
            KpiCatalog.Evaluate(december).Select(reading => (reading.Id, reading.Reading)));
    }

    [Fact]
    public void Targets_EachHaveOneDashboardWithAllItsPanels() => Assert.All(
        Policy.Provisions.Where(provision => provision.IsJudged),
        provision =>
        {
            DashboardDefinition page = Assert.Single(Dashboards, dashboard => dashboard.Target == provision.Id);
            Assert.Equal(
                [
                    PanelKind.TargetGauge, PanelKind.YearChart,
                    .. provision.Id switch
                    {
                        "M10.1" => [],
                        "M08.1" => [PanelKind.RateMix],
                        _ => (PanelKind[])[PanelKind.GrowthWaterfall],
                    },
                    PanelKind.Forecast, PanelKind.RivalReadings,
                    PanelKind.BankTable, PanelKind.RegionTable,
                ],
                page.Panels.Where(panel => panel.Kpi == provision.Id).Select(panel => panel.Kind));
        });

    [Fact]
    public void Panels_NameJudgedProvisionsOnly() => Assert.All(
        Dashboards.SelectMany(dashboard => dashboard.Panels).Where(panel => panel.Kpi is not null),
        panel => Assert.True(Policy.Provision(panel.Kpi!).IsJudged));

    private static string AsTheLawWritesIt(Provision provision)
    {
        decimal number = provision.TargetFor(new YearMonth(2025, 6))?.Number ?? provision.DateValue!.Value.Year;
        decimal divisor = (provision.Id, provision.Unit) switch
        {
            ("M01.1", _) => 100_000_000m,
            (_, Unit.Yuan) => 10_000m,
            _ => 1m,
        };
        return (number / divisor).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    /// <summary>Full-width brackets; the offices end at a full-width semicolon or at the closing bracket.</summary>
    [GeneratedRegex("\uFF08(?<offices>[^\uFF08\uFF09\uFF1B]*)(\uFF1B[^\uFF09]*)?\uFF09")]
    private static partial Regex Bracket();
}
