using AngleSharp.Dom;
using Bunit;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Components.Controls;
using SmeKpi.Web.Components.Lineage;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Panels;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Lineage;

/// <summary>The parts of the lineage pages, drawn from round numbers in both languages.</summary>
public sealed class LineagePanelTests : PanelContext
{
    private static readonly YearMonth s_june = new(2025, 6);
    private static readonly Indicator s_loans = new(
        "loans.all.balance", new("各项贷款余额", "All loans"), Unit.Yuan, SmeKpi.Core.Statistics.ValueType.Stock, ["rmb_fx"], false);
    private static readonly StatisticalScope s_scope = IndicatorCatalog.LoadFrom(Path.Combine(Repository.Root, "seed-data")).FindScope("rmb_fx")!;
    private static readonly LineageSubject s_about = new(new Subject("320900"), s_june, new("盐城市", "Yancheng"), null, null);

    [Theory]
    [InlineData("zh-CN", "110.00 亿元 \u2212 100.00 亿元", "10.00 亿元")]
    [InlineData("en", "RMB 11.00 bn \u2212 RMB 10.00 bn", "RMB 1.00 bn")]
    public void Formula_OfAnIncrease_IsWrittenWithItsNumbers(string language, string terms, string result)
    {
        Read(language);
        ReadingLineage view = Increase();

        IElement panel = Render<FormulaPanel>(parameters => parameters
            .Add(each => each.View, view).Add(each => each.Formula, view.Formula!)).Find("section");

        Assert.Contains(terms, Plain(panel), StringComparison.Ordinal);
        Assert.Contains($"= {result}", Plain(panel), StringComparison.Ordinal);
        Assert.All(
            panel.QuerySelectorAll("[data-figure] a"),
            link => Assert.StartsWith("/figures/loans.all.balance?month=20", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("origin=published", panel.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "与上面的数字一致", "核对不符")]
    [InlineData("en", "which is the figure above", "Control failed")]
    public void Parts_ThatAddUpOrNot_SaySo(string language, string agrees, string fails)
    {
        Read(language);

        Assert.Contains(agrees, Plain(Parts(Figure(5m, 2m, 3m))), StringComparison.Ordinal);
        IElement wrong = Parts(Figure(6m, 2m, 3m));
        Assert.Contains(fails, Plain(wrong), StringComparison.Ordinal);
        Assert.NotNull(wrong.QuerySelector(".fault"));
    }

    [Fact]
    public void Parts_OthersBesides_AreCountedAndNothingIsChecked()
    {
        IElement parts = Parts(Figure(5m, 2m) with { Others = 3, PartsTotal = null });

        Assert.Contains("3", parts.QuerySelector(".meaning")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("核对", parts.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cells/1", parts.QuerySelector("td [data-figure] a")!.GetAttribute("href"));
    }

    [Fact]
    public void Window_Cell_IsMarkedByShapeAndWord()
    {
        CellWindow window = new("S", [1, 2], [new WindowRow(1, ["name", "value"]), new WindowRow(7, ["x", "5"])], WindowGap.None);

        IElement table = Window(window, isOpen: true);

        IElement cell = Assert.Single(table.QuerySelectorAll(".window-cell"));
        Assert.Contains("5", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("▶", cell.TextContent, StringComparison.Ordinal);
        Assert.Equal("window-gap", cell.ParentElement!.ClassName);
        Assert.Equal(["行", "A", "B"], table.QuerySelectorAll("thead th").Select(head => head.TextContent));
    }

    [Theory]
    [InlineData(WindowGap.NoSingleCell, true, "多行汇总")]
    [InlineData(WindowGap.Unreadable, true, "未能读出")]
    [InlineData(WindowGap.NotFound, true, "没有这张表")]
    [InlineData(WindowGap.None, false, "其他银行")]
    public void Window_ThatCannotBeShown_SaysWhy(WindowGap gap, bool isOpen, string why) => Assert.Contains(
        why, Window(CellWindow.Without(gap), isOpen).TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("/lineage/M01.1", "5", true)]
    [InlineData(null, "5", false)]
    public void FigureLink_WithAndWithoutAddress_IsMarkedAsAFigure(string? address, string text, bool links)
    {
        IRenderedComponent<FigureLink> link = Render<FigureLink>(parameters => parameters
            .Add(each => each.Address, address).Add(each => each.Text, text).Add(each => each.Value, new Quantity(5.50m, Unit.Yuan)));

        Assert.Equal("5.5", link.Find("[data-figure=city]").GetAttribute("data-value"));
        Assert.Equal("5", link.Find("[data-figure]").TextContent);
        Assert.Equal(links ? 1 : 0, link.FindAll("a").Count);
    }

    [Fact]
    public void FigureLink_OfWhatIsMissing_IsADashThatLeadsNowhere()
    {
        IRenderedComponent<FigureLink> link = Render<FigureLink>(parameters => parameters
            .Add(each => each.Address, "/x").Add(each => each.Text, "–"));

        Assert.Equal("–", link.Markup.Trim());
    }

    private static ReadingLineage Increase()
    {
        ResolvedFigure opening = new(new("loans.all.balance", "rmb_fx", new(2024, 12)), 10_000_000_000m, Origin.Published, true, false);
        ResolvedFigure closing = opening with { Request = opening.Request with { Month = s_june }, Number = 11_000_000_000m };
        KpiValue value = new(new Quantity(1_000_000_000m, Unit.Yuan), [opening, closing], [closing.Request]);
        KpiReading reading = new()
        {
            Id = "M01.1", Reading = "ruling", Month = s_june, Subject = s_about.Subject, Actual = value.Actual, Target = null,
            Standing = Standing.OnTrack, Completeness = new(1, 1), Origin = Origin.Published, Synthetic = false,
        };
        SmeKpi.Core.Policies.Provision provision = Repository.Policy.Provision("M01.1");
        return new ReadingLineage(
            s_about, provision, provision.Readings[0], reading, Formulas.Of("M01.1", "ruling", s_june, value), [], []);
    }

    private static FigureLineage Figure(decimal value, params decimal[] parts) => new(
        s_about, s_loans, s_scope, new Quantity(value, Unit.Yuan), Origin.Banks, true, false, null, [],
        [.. parts.Select((number, at) => new FigurePart(Stored(at + 1, number), new("行", "Bank"), new("区", "Area"), null))],
        0, new Quantity(parts.Sum(), Unit.Yuan), null, IsWithheld: false, SeesCells: true);

    private static Vintage Stored(long id, decimal number) => new(
        id, new SeriesKey("loans.all.balance", "rmb_fx", "A", "320900"), s_june, new Quantity(number, Unit.Yuan),
        ObservationStatus.Final, false, DateTimeOffset.UnixEpoch, 1, "a.csv", "00", new SourceCell("", 7, 2), "seed", null, null, null);

    private IElement Parts(FigureLineage view) =>
        Render<PartTable>(parameters => parameters.Add(each => each.View, view)).Find("section");

    private IElement Window(CellWindow window, bool isOpen)
    {
        Vintage stored = Stored(1, 5m);
        CellLineage view = new(s_about, stored, s_loans, s_scope, true, isOpen, null, [stored], isOpen ? window : null);
        return Render<WindowTable>(parameters => parameters.Add(each => each.View, view)).Find("section");
    }

    private static string Plain(IElement element) =>
        System.Text.RegularExpressions.Regex.Replace(element.TextContent, @"\s+", " ");
}
