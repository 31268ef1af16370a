using Bunit;
using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Units;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Panels;

public sealed class DashboardTests : PanelContext
{
    [Fact]
    public void PanelGrid_EveryDashboardFile_CanBeDrawn()
    {
        ViewData data = SampleViews.Data(new YearMonth(2025, 6));
        IReadOnlyList<TargetView> targets = OverviewReader.From(data, new ViewQuery()).Targets;

        foreach (DashboardDefinition definition in Repository.Dashboards
            .Where(each => each.Page is PageKind.Overview or PageKind.Target or PageKind.Board))
        {
            BoardView board = new(definition, targets, data.Policy.Provisions, "");

            IRenderedComponent<PanelGrid> grid = Render<PanelGrid>(parameters => parameters.Add(p => p.Board, board));

            Assert.Equal(definition.Layout.Count, grid.FindAll(".panel-row").Count);
            Assert.Equal(definition.Panels.Count, grid.FindAll(".panel-row > .panel").Count);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Panel_EveryKind_HasAComponent(PanelKind kind)
    {
        ViewData data = SampleViews.Data(new YearMonth(2025, 6));
        PanelDefinition panel = new("p", kind, "M01.1", null, new LocalizedText("字", "word"));
        DashboardDefinition definition = new("d", PageKind.Board, null, new LocalizedText("题", "title"), [panel], [["p"]]);
        BoardView board = new(definition, [Target("M01.1")], data.Policy.Provisions, "");

        Assert.NotEmpty(Render<Panel>(parameters => parameters
            .Add(p => p.Definition, panel)
            .Add(p => p.Board, board)).FindAll(".panel"));
    }

    // The other pages have their panels drawn from other things, and say so in tests of their own.
    public static TheoryData<PanelKind> Kinds =>
    [
        .. PanelCatalog.All.Where(form => form.Pages.Contains(PageKind.Overview) || form.Pages.Contains(PageKind.Target))
            .Select(form => form.Kind),
    ];
}
