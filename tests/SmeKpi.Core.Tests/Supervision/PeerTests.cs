using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using static SmeKpi.Core.Tests.Supervision.Supervised;

namespace SmeKpi.Core.Tests.Supervision;

public sealed class PeerTests
{
    [Theory]
    [InlineData(4, 2.5, 12.5)]
    [InlineData(5, 3, 10)]
    [InlineData(9, 5, 5.55555556)]
    [InlineData(10, 5.5, 5)]
    public void Statistics_OneToN_HaveMedianAndRankOfTheLowest(int count, double median, double rank)
    {
        PeerStatistics peers = PeerStatistics.Of([.. Enumerable.Range(1, count).Select(at => Points(at))], Points(1));

        Assert.Equal((count, Points((decimal)median)), (peers.Count, peers.Median!.Value));
        Assert.Equal((decimal)rank, Math.Round(peers.Rank!.Value, 8));
    }

    [Fact]
    public void Statistics_Ties_ShareTheirRank()
    {
        Quantity[] values = [Points(1m), Points(2m), Points(2m), Points(3m)];

        Assert.Equal(50m, PeerStatistics.Of(values, Points(2m)).Rank);
        Assert.Equal(12.5m, PeerStatistics.Of(values, Points(1m)).Rank);
        Assert.Equal(87.5m, PeerStatistics.Of(values, Points(3m)).Rank);
    }

    [Fact]
    public void Statistics_AllEqual_AreInTheMiddle() =>
        Assert.Equal(50m, PeerStatistics.Of([Points(7m), Points(7m), Points(7m)], Points(7m)).Rank);

    [Fact]
    public void Statistics_BankWithoutAValue_HasNoRank()
    {
        Assert.Null(PeerStatistics.Of([Points(1m), Points(2m)], null).Rank);
        Assert.Equal(new PeerStatistics(0, null, null), PeerStatistics.Of([], null));
    }

    [Fact]
    public void Groups_MergedBanks_CountOnce()
    {
        MasterData master = new City().Bank("P", closed: "2025-01", successor: "S").Bank("Q", closed: "2025-01", successor: "S")
            .Bank("S", type: BankType.Village, isLocal: true).Bank("T", type: BankType.Village)
            .Input("2025-06").Figures.Master;
        PeerGroups groups = new(10, [new OwnGroup("own", new("组", "group"), new(2025, 1, 1), "office", ["P", "Q", "S", "X"])]);

        IReadOnlyList<PeerGroup> found = groups.Of(master, new YearMonth(2025, 6));

        Assert.Equal(["village", "own"], found.Select(group => group.Id));
        Assert.Equal(["S", "T"], found[0].Members.Order());
        Assert.Equal(["S"], found[1].Members);
    }

    [Fact]
    public void Groups_OfTheSeedData_HoldLocalLegalPersons()
    {
        MasterData master = new City().Bank("A", isLocal: true).Bank("B").Input("2025-06").Figures.Master;

        Assert.Equal(["A"], Rules.Peers.Of(master, new YearMonth(2025, 6)).Single(group => group.Id == "local-legal-persons").Members);
    }

    private static Quantity Points(decimal number) => new(number, Unit.Points);
}
