using AngleSharp.Dom;
using Bunit;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Dashboards;
using SmeKpi.Web.Components.Controls;
using SmeKpi.Web.Components.Supervision;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Supervision;
using SmeKpi.Web.Tests.Panels;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Supervision;

public sealed class SupervisionPanelTests : PanelContext
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Panels_OfBothPages_AreDrawnInBothLanguages(string language)
    {
        Read(language);
        BanksView banks = SampleSheets.Banks();
        BankPageView bank = SampleSheets.Bank("B01");

        foreach (PanelDefinition panel in banks.Dashboard.Panels)
        {
            Check(Render<BanksPanel>(p => p.Add(x => x.Definition, panel).Add(x => x.View, banks)).Markup);
        }

        foreach (PanelDefinition panel in bank.Dashboard.Panels)
        {
            Check(Render<BankPanel>(p => p.Add(x => x.Definition, panel).Add(x => x.View, bank)).Markup);
        }

        void Check(string markup)
        {
            Assert.Contains("panel", markup, StringComparison.Ordinal);
            Assert.DoesNotMatch("(Why|Mode|Type|Fact|Count|Branch|Relief|Answer|Below|WhyLong)_[A-Za-z]", markup);
        }
    }

    [Fact]
    public void Kinds_OfBothPages_HaveAPanel() => Assert.All(
        PanelCatalog.All.Where(form => form.Pages.Contains(PageKind.Banks) || form.Pages.Contains(PageKind.Bank)),
        form => Assert.Contains(
            Repository.Dashboards.Where(each => each.Page is PageKind.Banks or PageKind.Bank).SelectMany(each => each.Panels),
            panel => panel.Kind == form.Kind));

    [Fact]
    public void Matrix_EveryCell_HasAWordAndMissingIsNeverGood()
    {
        IElement table = Matrix(SampleSheets.Banks());

        Assert.Equal(12, table.QuerySelectorAll("tbody tr").Length);
        Assert.All(table.QuerySelectorAll("tbody .test-cell"), cell =>
            Assert.NotEmpty(cell.QuerySelector(".light-word, .test-shown")!.TextContent));
        Assert.Empty(Row(table, "B04").QuerySelectorAll(".light-good"));
        Assert.Single(Row(table, "B01").QuerySelectorAll(".light-bad"));
        Assert.Contains("豁免", Row(table, "B03").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("达成", Row(table, "B03").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Matrix_DifferentiatedBank_AnswersForItsPlanOnly()
    {
        IElement row = Row(Matrix(SampleSheets.Banks()), "B02");

        Assert.Equal(2, row.QuerySelectorAll(".test-shown").Count(word => word.TextContent == "差异化"));
        Assert.Equal("未达成", row.QuerySelectorAll(".test-cell")[4].QuerySelector(".light-word")!.TextContent);
    }

    [Theory]
    [InlineData("growth-gap", "B01", "B04")]
    [InlineData("-growth-gap", "B12", "B04")]
    [InlineData("-code", "B12", "B01")]
    [InlineData("-failed", "B01", "B12")]
    [InlineData("nothing", "B01", "B12")]
    public void Matrix_SortedByTheAddress_HasMissingValuesLast(string sort, string first, string last)
    {
        BanksView view = SampleSheets.Banks(sort);

        Assert.Equal((first, last), (view.Rows[0].Bank.Code, view.Rows[^1].Bank.Code));
    }

    [Fact]
    public void Query_WordsThatDoNotExist_AreSaid() => Assert.Equal(
        ["sort", "failed", "group"], SampleSheets.Banks("nothing", "nobody", "yes").Query.Rejected);

    [Fact]
    public void Matrix_FailedOnly_HasNoOthers() => Assert.Equal(
        ["B01", "B02"], SampleSheets.Banks(failed: "1").Rows.Select(sheet => sheet.Bank.Code));

    [Fact]
    public void SortHead_ColumnThatIsSorted_SaysSoAndTurnsRound()
    {
        IElement head = Matrix(SampleSheets.Banks("npl-gap")).QuerySelectorAll("thead th")[4];

        Assert.Equal("ascending", head.GetAttribute("aria-sort"));
        Assert.Equal("/banks?month=2025-12&sort=-npl-gap", head.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("M10.1", head.QuerySelector(".clause")!.TextContent);
    }

    [Fact]
    public void BankTests_FailedTest_HasNoticeClauseAndCase()
    {
        IRenderedComponent<BankTestList> list = Render<BankTestList>(p => p.Add(x => x.View, SampleSheets.Bank("B01")));

        IElement notice = Assert.Single(list.FindAll(".notice-words"));
        Assert.Contains("超过容忍度", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cases/new?bank=B01&test=npl-gap&month=2025-12", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("银监办发〔2018〕29号", list.Markup, StringComparison.Ordinal);
        Assert.Contains("/lineage/M10.1?month=2025-12&amp;region=320900&amp;bank=B01", list.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, false, "withheld")]
    [InlineData(5, false, "few")]
    [InlineData(9, true, "few")]
    [InlineData(11, true, null)]
    public void Peers_FewBanks_AreMarkedOrWithheld(int banks, bool seesEveryBank, string? mark)
    {
        // One bank more, which has no figures: the growth gap of the others is compared.
        SupervisionData data = SampleSheets.Data(banks + 1, seesEveryBank, "B01");
        IElement row = Render<PeerTable>(p => p.Add(x => x.Data, data).Add(x => x.Query, new ViewQuery())).Find("tbody tr");

        Assert.Equal(mark == "withheld" ? 1 : 0, row.QuerySelectorAll(".withheld").Length);
        Assert.Equal(mark == "few" ? 1 : 0, row.QuerySelectorAll(".few").Length);
    }

    [Theory]
    [InlineData("zh-CN", "待确认")]
    [InlineData("en", "to be confirmed")]
    public void Warnings_AnyLanguage_AreSaidToBeConfirmed(string language, string words)
    {
        Read(language);

        Assert.Equal(words, Render<WarningList>(p => p.Add(x => x.Sheets, SampleSheets.Data().Sheets).Add(x => x.Query, new ViewQuery()))
            .Find("h2 .chip").TextContent);
    }

    [Theory]
    [InlineData("zh-CN", 0, "已报待发布")]
    [InlineData("zh-CN", 5, "已报待发布 · 迟 5 天")]
    [InlineData("en", 5, "Filed, not yet published · 5 d late")]
    public void Filing_NotPublishedYet_SaysHowLateItCame(string language, int days, string words)
    {
        Read(language);

        Assert.Equal(words, Render<FilingMark>(p => p.Add(x => x.State, FilingState.Waiting).Add(x => x.Days, days))
            .Find("span span").TextContent);
    }

    [Fact]
    public void Scorecard_ItemsMissing_GivesNoGrade()
    {
        IRenderedComponent<ScorecardLines> card = Render<ScorecardLines>(p => p
            .Add(x => x.Data, SampleSheets.Data()).Add(x => x.Sheet, SampleSheets.Bank("B12").Sheet!));

        Assert.Contains("8／可评8分", card.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Contains("不评等级：5项待录入", card.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, card.FindAll("tr.missing").Count);
    }

    [Fact]
    public void TaxRelief_LprNotKnown_CannotBeSaid()
    {
        string text = Render<TaxReliefPanel>(p => p.Add(x => x.Relief, SampleSheets.Bank("B01").Sheet!.TaxRelief)).Find("section").TextContent;

        Assert.Contains("无法评估", text, StringComparison.Ordinal);
        Assert.Contains("无法比较", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TestBasis_WhoMayNotSeeFigures_GetsNone()
    {
        Assert.NotEmpty(Render<BankTestList>(p => p.Add(x => x.View, SampleSheets.Bank("B05"))).FindAll("details"));
        Assert.Empty(Render<BankTestList>(p => p.Add(x => x.View, SampleSheets.Bank("B05", seesEveryBank: false))).FindAll("details"));
    }

    private IElement Matrix(BanksView view) => Render<TestMatrix>(p => p.Add(x => x.View, view)).Find("table");

    private static IElement Row(IElement table, string code) =>
        table.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("code")!.TextContent == code);
}
