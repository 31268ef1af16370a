using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Events;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Components.Explorer;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Exploring;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Panels;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Exploring;

public sealed class ExplorerTableTests : PanelContext
{
    private static readonly string[] s_codes = ["A", "B", "C"];

    private static readonly IndicatorCatalog s_indicators = IndicatorCatalog.LoadFrom(Path.Combine(Repository.Root, "seed-data"));

    private static readonly Exploration s_banks = new()
    {
        Indicators = [IndicatorCodes.LoansAll],
        Banks = BankChoice.All,
        Rows = [ExplorationAxis.Bank],
        From = new YearMonth(2025, 5),
        To = new YearMonth(2025, 6),
    };

    public ExplorerTableTests() => Services.AddScoped<ExplorerWords>();

    [Theory]
    [InlineData("zh-CN", "未报送", "不完整 2/3", "合计")]
    [InlineData("en", "not reported", "partial, 2/3", "Sum")]
    public void Table_MissingBank_IsAGapWithItsReasonAndTheSumIsPartial(string language, string gap, string partial, string sum)
    {
        Read(language);

        IRenderedComponent<ExplorerTable> table = Render<ExplorerTable>(parameters => parameters.Add(p => p.View, View(s_banks)));

        Assert.Contains(gap, table.Find("tbody tr:nth-child(3) td.gap").TextContent, StringComparison.Ordinal);
        Assert.Contains(partial, table.Find("tfoot td .partial").TextContent, StringComparison.Ordinal);
        Assert.Equal(sum, table.Find("tfoot th").TextContent);
    }

    [Fact]
    public void Table_EveryFigure_IsALinkThatKeepsTheMoment()
    {
        ExplorerView view = View(s_banks) with { Query = ViewQuery.Parse(null, "2025-07-20", null) };

        IRenderedComponent<ExplorerTable> table = Render<ExplorerTable>(parameters => parameters.Add(p => p.View, view));

        IReadOnlyList<IElement> cells = table.FindAll("tbody td:not(.gap)");
        Assert.Equal(4, cells.Count);
        Assert.All(cells, cell => Assert.StartsWith("/figures/loans.all.balance?month=2025-0", cell.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(table.FindAll("a"), link => Assert.Contains("asOf=", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void Table_HeadOfASortedColumn_SaysItsOrderAndTurnsIt()
    {
        IRenderedComponent<ExplorerTable> table = Render<ExplorerTable>(parameters => parameters
            .Add(p => p.View, View(s_banks with { Sort = new ExplorationSort("2025-06", Descending: true) })));

        IElement head = table.Find("thead th[aria-sort=descending]");
        Assert.Contains("sort=2025-06", head.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["B", "A", "C"], table.FindAll("tbody th").Select(each => each.TextContent.Trim()[..1]));
    }

    [Fact]
    public void Table_ManyRows_ArePagedAndTheirNumberIsSaid()
    {
        Read("en");
        Exploration months = s_banks with { Rows = [ExplorationAxis.Bank, ExplorationAxis.Month], Columns = [], From = new YearMonth(2022, 1) };

        IRenderedComponent<ExplorerTable> table = Render<ExplorerTable>(parameters => parameters.Add(p => p.View, View(months, page: 3)));

        Assert.Equal(26, table.FindAll("tbody tr").Count);
        Assert.Contains("rows 101 to 126 of 126", table.Find("p.meaning").TextContent, StringComparison.Ordinal);
        Assert.Single(table.FindAll("nav.pages a[rel=prev]"));
        Assert.Empty(table.FindAll("nav.pages a[rel=next]"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Panel_EveryKindOfTheExplorer_HasAComponent(PanelKind kind) => Assert.NotEmpty(Render<ExplorerPanel>(parameters => parameters
        .Add(p => p.Definition, new PanelDefinition("p", kind, null, null, new LocalizedText("字", "word")))
        .Add(p => p.View, View(s_banks))).FindAll(".panel"));

    public static TheoryData<PanelKind> Kinds =>
        [.. PanelCatalog.All.Where(form => form.Pages.Contains(PageKind.Explorer)).Select(form => form.Kind)];

    [Fact]
    public void Picture_LinesOverMonths_AreNumberedAndAtMostTwelve()
    {
        IRenderedComponent<ExplorerPicture> lines = Render<ExplorerPicture>(parameters => parameters.Add(p => p.View, View(s_banks)));
        IRenderedComponent<ExplorerPicture> bars = Render<ExplorerPicture>(parameters => parameters
            .Add(p => p.View, View(s_banks with { From = new YearMonth(2025, 6) })));

        Assert.Equal(["1", "2"], lines.FindAll("g.end text").Select(text => text.TextContent));
        Assert.Equal(2, lines.FindAll(".explorer-key li").Count);
        Assert.Equal(2, bars.FindAll("rect").Count);
    }

    [Theory]
    [InlineData("zh-CN", "由 3.10% 调整为 3.00%")]
    [InlineData("en", "from 3.10% to 3.00%")]
    public void EventNotes_CutOfTheLprAndNote_AreNumberedInWordsWithTheirSource(string language, string words)
    {
        Read(language);
        EventNote note = new("id", new DateOnly(2025, 2, 21), new("事", "Note"), new("源", "Source"), new Uri("https://example.org/"));
        EventList list = new(
            Timeline.Of(
                [note],
                month => Percentage.FromPercent(month < new YearMonth(2025, 5) ? 3.1m : 3.0m),
                new YearMonth(2025, 1),
                new YearMonth(2025, 6),
                known: null),
            new ComparisonSource(new("中心", "Center"), new("中心", "Center"), new Uri("https://example.org/lpr")));

        IReadOnlyList<IElement> items = Render<EventNotes>(parameters => parameters.Add(p => p.List, list)).FindAll("li");

        Assert.Equal(["[1]", "[2]"], items.Select(item => item.QuerySelector("b")!.TextContent));
        Assert.Contains(words, items[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["https://example.org/", "https://example.org/lpr"], items.Select(item => item.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal("May [2]", list.Mark(new YearMonth(2025, 5), "May"));
    }

    /// <summary>Three banks, of which the last has reported nothing.</summary>
    private static ExplorerView View(Exploration question, int page = 1)
    {
        MasterData master = new(
            s_codes.Select(code => new Bank(code, new(code, code), BankType.Rural, false, null, null, null, [])),
            [new Region("320900", new("市", "City"), null, RegionKind.City)]);
        StatisticsSnapshot statistics = new();
        foreach ((string bank, decimal yi) in new[] { ("A", 100m), ("B", 200m) })
        {
            foreach (YearMonth month in new YearMonth(2022, 1).Through(new YearMonth(2025, 6)))
            {
                statistics.Set(
                    new SeriesKey(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, bank, "320900"),
                    month,
                    new KnownValue(Money.FromYiYuan(yi).ToQuantity(), Synthetic: false, 0));
            }
        }

        ExplorationFrame frame = new(question, s_indicators, master, "320900", new YearMonth(2025, 6));
        return new ExplorerView(
            Repository.Dashboards.First(dashboard => dashboard.Page == PageKind.Explorer),
            question,
            new ViewQuery(),
            [],
            s_indicators,
            master,
            PivotBuilder.Build(frame, new FigureBook(statistics, master).Sheets, RowScope.Everything, new SmallGroups(5)),
            page);
    }
}
