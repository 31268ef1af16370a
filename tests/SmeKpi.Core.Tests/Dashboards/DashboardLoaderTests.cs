using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Dashboards;

public sealed class DashboardLoaderTests
{
    private const string Overview = "dashboards/overview.yaml";

    [Fact]
    public void Load_TheOverview_ShowsFiveTilesWhoMovesTheFirstAndANote()
    {
        DashboardDefinition overview = DashboardLoader.Load(Repository.Dashboards, Repository.Policy)
            .Single(dashboard => dashboard.Id == "overview");

        Assert.Null(overview.Target);
        Assert.Equal(
            ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"],
            overview.Panels.Where(panel => panel.Kind == PanelKind.TargetTile).Select(panel => panel.Kpi));
        Assert.Equal("M01.1", overview.Panel("movers").Kpi);
        Assert.NotNull(overview.Panel("what-is-judged").Text);
        Assert.Equal(["digest"], overview.Layout[0]);
        Assert.Equal(["corporate-rate", "npl-gap", "binding"], overview.Layout[2]);
    }

    [Theory]
    [InlineData("kind: contributors", "kind: movers", "kind: found 'movers', expected target-tile")]
    [InlineData("kpi: M08.1", "kpi: M08.2", "kpi: found 'M08.2', expected M01.1 | M01.2")]
    [InlineData("kpi: M08.1", "kpi: M05.1", "kpi: found 'M05.1', expected M01.1 | M01.2")]
    [InlineData("kpi: M08.1", "with: M08.1", "unknown key 'with'")]
    [InlineData("kpi: M08.1", "measure: 8", "unknown key 'measure', expected kind | kpi")]
    [InlineData("- [movers]", "- [mover]", "found 'mover', expected each panel once")]
    [InlineData("- [movers]", "- [npl-gap]", "found 'npl-gap', expected each panel once")]
    [InlineData("- [movers]", "- movers", "found 'movers', expected a list")]
    [InlineData("  what-is-judged:", "  movers:", "uplicate key")]
    [InlineData("id: overview", "id: cockpit", "found 'cockpit', expected the name of the file")]
    [InlineData("title:", "titel:", "unknown key 'titel'")]
    [InlineData("page: overview", "page: front", "page: found 'front', expected overview | target | banks | bank | explorer | board")]
    [InlineData("kind: contributors", "kind: growth-waterfall", "kind: found 'growth-waterfall', expected target-tile")]
    public void Load_OneThingWrong_IsRefusedWhereItStands(string old, string replacement, string words)
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace(Overview, old, replacement);

        TemporaryCopy.AssertRefused(
            Overview, line, words, () => DashboardLoader.Load(copy.Dashboards, Repository.Policy));
    }

    [Fact]
    public void Load_PanelOutsideTheLayout_IsRefusedWhereItIsDefined()
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace(Overview, "  movers:", "  movers:");
        copy.Replace(Overview, "  - [movers]\n", string.Empty);

        TemporaryCopy.AssertRefused(
            Overview, line, "found 'movers', expected a panel that stands in the layout",
            () => DashboardLoader.Load(copy.Dashboards, Repository.Policy));
    }

    [Fact]
    public void Load_ListOfProvisions_NamesAMeasureOfThePolicy()
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace(Overview, "{ kind: contributors, kpi: M01.1 }", "{ kind: provision-list, measure: 7 }");
        DashboardDefinition overview = DashboardLoader.Load(copy.Dashboards, Repository.Policy)
            .Single(dashboard => dashboard.Id == "overview");
        Assert.Equal(7, overview.Panel("movers").Measure);

        copy.Replace(Overview, "measure: 7", "measure: 11");

        TemporaryCopy.AssertRefused(
            Overview, line, "found '11', expected a measure from 1 to 10",
            () => DashboardLoader.Load(copy.Dashboards, Repository.Policy));
    }

    [Fact]
    public void Load_TargetOnAPageThatHasNone_IsRefused()
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace("dashboards/m10-1-npl-gap.yaml", "page: target", "page: board");

        TemporaryCopy.AssertRefused(
            "m10-1-npl-gap.yaml", line + 1, "target: found 'M10.1', expected nothing",
            () => DashboardLoader.Load(copy.Dashboards, Repository.Policy));
    }

    [Fact]
    public void Catalog_EveryKind_StandsThereOnce() =>
        Assert.Equal(Enum.GetValues<PanelKind>().Order(), PanelCatalog.All.Select(form => form.Kind).Order());

    [Fact]
    public void Load_TargetThatIsNotJudged_IsRefused()
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace("dashboards/m10-1-npl-gap.yaml", "target: M10.1", "target: M06.1");

        TemporaryCopy.AssertRefused(
            "m10-1-npl-gap.yaml", line, "target: found 'M06.1'",
            () => DashboardLoader.Load(copy.Dashboards, Repository.Policy));
    }
}
