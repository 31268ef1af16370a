using System.Globalization;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Tests.Kpis;

/// <summary>The verdict at the edges of the law; what is shown of it is tested with the formatter.</summary>
public sealed class BoundaryCaseTests
{
    public static TheoryData<BoundaryCase> Cases => [.. BoundaryCase.All];

    [Fact]
    public void List_HasSixtyCasesAndBothSidesOfEachEdge()
    {
        Assert.True(BoundaryCase.All.Count >= 60);
        Assert.All(
            BoundaryCase.All.GroupBy(each => each.Target),
            target => Assert.True(target.Select(each => each.Standing).Distinct().Count() >= 2, target.Key));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_AtTheEdge_IsJudgedUnrounded(BoundaryCase edge)
    {
        KpiReading reading = CityOf(edge).Read(edge.Target, edge.Month);

        Assert.Equal(edge.Standing, reading.Standing);
        Assert.Equal(edge.Value, Math.Round(reading.Actual!.Value.Number, 12, MidpointRounding.AwayFromZero));
    }

    private static City CityOf(BoundaryCase edge)
    {
        City city = new City().Bank("A");
        string before = $"{int.Parse(edge.Month[..4], CultureInfo.InvariantCulture) - 1}{edge.Month[4..]}";
        void Set(string month, string indicator, string scope, int at) => city.Reported("A", month, indicator, scope, edge.Amounts[at]);
        switch (edge.Target)
        {
            case NplGap.Id:
                Set(edge.Month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 0);
                Set(edge.Month, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, 1);
                Set(edge.Month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 2);
                Set(edge.Month, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, 3);
                break;
            case LoanGrowth.Id:
                Set(before, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 0);
                Set(edge.Month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 1);
                break;
            default:
                Set(before, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 0);
                Set(edge.Month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 1);
                Set(before, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 2);
                Set(edge.Month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 3);
                break;
        }

        return city;
    }
}

/// <summary>A line of boundary-cases.csv.</summary>
/// <param name="Amounts">In 亿元, in the order that the head of the file gives for the target.</param>
public sealed record BoundaryCase(
    string Target, string Month, IReadOnlyList<decimal> Amounts, decimal Value, Standing Standing, string Shown, string Why)
{
    public static IReadOnlyList<BoundaryCase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Kpis", "boundary-cases.csv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(Of),
    ];

    public override string ToString() => $"{Target} {Month}: {Why}";

    private static BoundaryCase Of(string line)
    {
        string[] cells = line.Split(',', 10);
        return new BoundaryCase(
            cells[0],
            cells[1],
            [.. cells[2..6].Where(cell => cell.Length > 0).Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture))],
            decimal.Parse(cells[6], CultureInfo.InvariantCulture),
            Enum.Parse<Standing>(cells[7]),
            cells[8],
            cells[9].Trim('"'));
    }
}
