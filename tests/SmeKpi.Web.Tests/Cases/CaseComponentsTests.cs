using Bunit;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Cases;
using SmeKpi.Web.Components.Cases;
using SmeKpi.Web.Tests.Panels;

namespace SmeKpi.Web.Tests.Cases;

/// <summary>How cases are drawn, in both languages.</summary>
public sealed class CaseComponentsTests : PanelContext
{
    private static readonly DateTimeOffset s_known = new(2025, 8, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("zh-CN", "逾期未回复", "逾期3天")]
    [InlineData("en", "overdue", "3 days overdue")]
    public void Links_OverdueCase_SaysSoInWordsAndLeadsThere(string language, string state, string days)
    {
        Read(language);

        var item = Render<CaseLinks>(parameters => parameters.Add(p => p.Items, [Item(-3)])).Find("li");

        Assert.Equal("/cases/7", item.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(state, item.QuerySelector(".filing")!.TextContent.Trim());
        Assert.Contains(days, item.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "没有未办结的监管事项。")]
    [InlineData("en", "No open supervisory case.")]
    public void Links_None_SaysSo(string language, string words)
    {
        Read(language);

        Assert.Equal(words, Render<CaseLinks>(parameters => parameters.Add(p => p.Items, [])).Find(".empty").TextContent);
    }

    [Theory]
    [InlineData("zh-CN", "后来有更正")]
    [InlineData("en", "corrected since")]
    public void Figures_CorrectedSince_StandThenAndNowWithTheMoment(string language, string corrected)
    {
        Read(language);
        CaseComparison changed = new("M01.3", new LocalizedText("差", "gap"), Figure(5.92m), Figure(1.74m));

        var table = Render<CaseFigureTable>(parameters => parameters
            .Add(p => p.Figures, [changed]).Add(p => p.Bank, "D021").Add(p => p.Month, new YearMonth(2025, 6)).Add(p => p.KnownSince, s_known));

        string[] links = [.. table.FindAll("tbody [data-figure=city] a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(["/lineage/M01.3?month=2025-06&bank=D021&asOf=2025-08-01T10%3A00%3A00%2B08%3A00", "/lineage/M01.3?month=2025-06&bank=D021"], links);
        Assert.Equal(corrected, table.Find("strong").TextContent);
        Assert.Contains("5.92", table.FindAll("td")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1.74", table.FindAll("td")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_NotSent_AreShownAsKnownNowOnly()
    {
        CaseComparison now = new("M01.3", new LocalizedText("差", "gap"), null, Figure(1.74m));

        var table = Render<CaseFigureTable>(parameters => parameters.Add(p => p.Figures, [now]).Add(p => p.Month, new YearMonth(2025, 6)));

        Assert.Equal(3, table.FindAll("thead th").Count);
        Assert.Empty(table.FindAll("strong"));
    }

    [Theory]
    [InlineData("zh-CN", CaseRefusal.OwnDraft, "拟稿人不能签发自己的草稿。")]
    [InlineData("en", CaseRefusal.DraftMissing, "The bank’s reporter has drafted no reply yet.")]
    public void Acts_NothingAllowed_SaysWhatIsAwaitedAndWhatIsMissing(string language, CaseRefusal why, string words)
    {
        Read(language);
        Dictionary<CaseAct, CaseRefusal?> acts = Enum.GetValues<CaseAct>().ToDictionary(act => act, _ => (CaseRefusal?)CaseRefusal.NoRight);
        acts[CaseAct.Reply] = why;
        CaseView view = new(Item(3), [], null, acts, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 17));

        var section = Render<CaseActs>(parameters => parameters.Add(p => p.View, view));

        Assert.Empty(section.FindAll("form"));
        Assert.Contains(words, section.Find(".hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sorted_OverdueFirstThenByDeadlineThenTheRest()
    {
        CaseItem[] items = [Item(null) with { Case = Closed(1) }, Item(9) with { Case = Noticed(2) }, Item(-1) with { Case = Noticed(3) }];

        Assert.Equal([3, 2, 1], CaseBoard.Sorted(items).Select(item => item.Case.Id));
    }

    private static CaseItem Item(int? days) => new(Noticed(7), new("甲银行", "Bank One"), new("增速", "Growth"), days);

    private static SupervisoryCase Noticed(int id) => new(
        id, "D001", "growth-gap", null, new YearMonth(2026, 1), Synthetic: false,
        [
            new(1, CaseAct.Open, CaseState.Opened, s_known, "regulator", null, "请说明原因。"),
            new(2, CaseAct.Send, CaseState.Noticed, s_known, "regulator", null, "请说明原因。", new DateOnly(2026, 3, 17)),
        ]);

    private static SupervisoryCase Closed(int id) => Noticed(id) with
    {
        Steps = [.. Noticed(id).Steps, new(3, CaseAct.Close, CaseState.Closed, s_known, "regulator", null, "没有回复。", null, CaseFinding.NotResolved)],
    };

    private static CaseFigure Figure(decimal value) => new(
        "M01.3", "ruling", new Quantity(value, Unit.Points), new Quantity(0m, Unit.Points), Standing.OnTrack, Synthetic: true);
}
