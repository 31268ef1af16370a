using Bunit;
using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Units;
using SmeKpi.Web.Components.Controls;
using SmeKpi.Web.Components.Panels;
using SmeKpi.Web.Digests;
using SmeKpi.Web.Promises;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Panels;

public sealed class DigestPanelTests : PanelContext
{
    [Theory]
    [InlineData("zh-CN", "甲句。", "第1条的依据")]
    [InlineData("en", "Sentence one.", "Evidence for sentence 1")]
    public void Digest_Sentences_AreInTheReadersLanguageWithTheirEvidence(string language, string words, string label)
    {
        Read(language);
        DigestView digest = new(
            [new(FindingKind.TargetCount, new LocalizedText("甲句。", "Sentence one."), "/targets/M01.1?month=2025-06")]);

        var item = Render<DigestPanel>(parameters => parameters.Add(p => p.Digest, digest)).Find("li");

        Assert.StartsWith(words, item.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/targets/M01.1?month=2025-06", item.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(label, item.QuerySelector("a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Digest_NoData_SaysSo() => Assert.Equal(
        "这个月还没有任何数据。",
        Render<DigestPanel>(parameters => parameters.Add(p => p.Digest, new DigestView([]))).Find(".empty").TextContent);

    [Fact]
    public void Overview_OfTheSamples_HasThreeToSevenSentencesThatKeepTheChoices()
    {
        ViewQuery query = new(new YearMonth(2025, 6), Region: SampleViews.City);

        DigestView digest = OverviewReader.From(SampleViews.Data(new YearMonth(2025, 6)), query).Board.Digest!;

        Assert.InRange(digest.Sentences.Count, 3, 7);
        Assert.All(digest.Sentences, sentence => Assert.EndsWith("?month=2025-06&region=320900", sentence.Evidence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-CN", "已补上，2025年5月仍落后")]
    [InlineData("en", "made good, behind until May 2025")]
    public void LastStanding_MadeGood_IsAmberInShapeAndWord(string language, string words)
    {
        Read(language);
        TargetView target = Target("M01.1") with
        {
            History = new StandingHistory(new YearMonth(2025, 5), Standing.Behind, null, new YearMonth(2025, 5)),
        };

        var drawn = Render<LastStanding>(parameters => parameters.Add(p => p.Target, target));

        Assert.Equal(words, drawn.Find(".made-good .light-word").TextContent);
        Assert.NotNull(drawn.Find(".made-good.light-warn svg"));
        Assert.NotNull(drawn.Find(".last-standing .light-none"));
    }

    [Fact]
    public void LastStanding_NothingBefore_DrawsNothing() => Assert.Equal(
        "",
        Render<LastStanding>(parameters => parameters
            .Add(p => p.Target, Target("M01.1") with { History = StandingHistory.None })).Markup.Trim());

    [Fact]
    public void Promises_OfATarget_AreItsOpenOnesOnly()
    {
        PromiseBoard board = new([Meeting], [Item(1, "M01.1"), Item(2, "M08.1"), Item(3, "M01.1", PromiseAct.Keep)], new(2025, 7, 1), false);

        var panel = Render<PromisePanel>(parameters => parameters.Add(p => p.Board, board).Add(p => p.Target, "M01.1"));

        Assert.Single(panel.FindAll("tbody tr"));
        Assert.Equal("逾期", panel.Find("tbody .filing").TextContent.Trim());
        Assert.NotNull(panel.Find("tbody .filing-bad svg"));
    }

    [Fact]
    public void Beside_WhoeverSeesNoBanks_LosesThePromisesOfBanks()
    {
        PromiseBoard board = new([Meeting], [Item(1, "M01.1")], new(2025, 7, 1), false);

        Assert.Single(board.Beside(BankRows.Every).Items);
        Assert.Empty(board.Beside(BankRows.None).Items);
        Assert.Empty(board.Beside(BankRows.AfterSecondFactor).Items);
    }

    private static Meeting Meeting { get; } = new(1, new DateOnly(2025, 5, 20), "例会", "li", DateTimeOffset.UnixEpoch, Synthetic: true);

    private static PromiseItem Item(int id, string target, PromiseAct? act = null)
    {
        Promise promise = new(
            id, 1, Meeting.HeldOn, "报送清单", new PromiseTopic(target, 1), new PromiseOwner(OwnerKind.Bank, "D001"),
            new DateOnly(2025, 6, 30), "li", DateTimeOffset.UnixEpoch, Synthetic: true,
            act is { } done ? [new(2, new DateOnly(2025, 6, 20), done, null, "办妥", "li", DateTimeOffset.UnixEpoch)] : []);
        return new PromiseItem(promise, new LocalizedText("甲银行", "Bank A"), Meeting, promise.IsOverdue(new DateOnly(2025, 7, 1)));
    }
}
