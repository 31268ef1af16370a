using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

/// <summary>One city with round numbers: what a formula writes down gives the value that the reading has.</summary>
public sealed class FormulasTests
{
    private static readonly City s_city = Round();

    [Theory]
    [InlineData("M01.1", "ruling", 1)]
    [InlineData("M01.1", "rmb", 1)]
    [InlineData("M01.1", "adjusted", 1)]
    [InlineData("M01.2", "ruling", 1)]
    [InlineData("M01.2", "since-year-start", 1)]
    [InlineData("M01.2", "plain", 1)]
    [InlineData("M01.3", "ruling", 2)]
    [InlineData("M08.1", "ruling", 2)]
    [InlineData("M08.1", "same-months", 2)]
    [InlineData("M08.1", "month", 2)]
    [InlineData("M10.1", "ruling", 2)]
    public void Of_EveryKindOfReading_ComesToItsValue(string id, string reading, int lines)
    {
        (Formula formula, KpiValue value) = Of(s_city, id, reading);

        Assert.Equal(lines, formula.Lines.Count);
        Assert.NotNull(value.Actual);
        decimal written = lines == 1 ? Worked(formula.Lines[0]) : Worked(formula.Lines[0]) - Worked(formula.Lines[1]);
        decimal scale = value.Actual!.Value.Unit switch { Unit.Yuan => 1m, Unit.BasisPoints => 10_000m, _ => 100m };
        Assert.Equal(value.Actual.Value.Number, written * scale, 12);
        Assert.Equal(value.Actual, formula.Value);
        Assert.Equal(
            value.Figures.Count + value.Adjustments.Count,
            formula.Lines.Sum(line => line.Numerator.Count + line.Denominator.Count));
    }

    [Fact]
    public void Of_Increase_TakesOpeningBalanceAndAdjustment()
    {
        (Formula formula, _) = Of(s_city, "M01.1", "ruling");

        Assert.Equal(
            ["2025-06 +1100", "2024-12 -1000", "2025-03 -20"],
            formula.Lines[0].Numerator.Select(term =>
                $"{term.Figure.Request.Month} {(term.IsTaken ? "-" : "+")}{term.Figure.Number / 100_000_000m:0}"));
        Assert.Equal(new Quantity(80m * 100_000_000m, Unit.Yuan), formula.Lines[0].Result);
    }

    [Fact]
    public void Of_AMissingFigure_HasNoResultButKeepsItsTerms()
    {
        City city = new City().Bank("A").Reported("A", "2025-06", IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 100m);

        (Formula formula, _) = Of(city, "M01.2", "ruling");

        Assert.Null(formula.Value);
        Assert.Null(formula.Lines[0].Result);
        Assert.Null(formula.Lines[0].Below);
        Assert.Single(formula.Lines[0].Denominator);
    }

    [Fact]
    public void Of_AnUnknownId_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Formulas.Of("M99.9", "ruling", new YearMonth(2025, 6), new KpiValue(null, [], [])));

    private static (Formula Formula, KpiValue Value) Of(City city, string id, string reading)
    {
        KpiInput input = city.Input("2025-06");
        ReadingDefinition definition = Repository.Policy.Provision(id).Readings.First(each => each.Name == reading);
        KpiValue value = KpiCatalog.All.First(kpi => kpi.Id == id).Evaluate(input, definition)!;
        return (Formulas.Of(id, reading, input.Month, value), value);
    }

    private static decimal Worked(FormulaLine line) =>
        line.Denominator.Count == 0 ? line.Above!.Value : (line.Above!.Value / line.Below!.Value) - (line.IsGrowth ? 1m : 0m);

    private static City Round()
    {
        City city = new City().Bank("A");
        foreach ((string month, decimal all) in new[] { ("2024-06", 900m), ("2024-12", 1_000m), ("2025-06", 1_100m) })
        {
            city.Reported("A", month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, all)
                .Reported("A", month, IndicatorCodes.LoansAll, ScopeCodes.Rmb, all - 100m)
                .Reported("A", month, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, 10m)
                .Reported("A", month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, all / 4m)
                .Reported("A", month, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, 5m);
        }

        city.Reported("A", "2025-03", IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, 20m);
        foreach (YearMonth month in new YearMonth(2024, 1).Through(new YearMonth(2025, 6)))
        {
            city.Granted("A", month.ToString(), 10m, month.Year == 2024 ? 4m : 3.5m)
                .Reported("A", month.ToString(), IndicatorCodes.LoansAllWrittenOff, ScopeCodes.RmbFx, 1m)
                .Reported("A", month.ToString(), IndicatorCodes.LoansAllTransferred, ScopeCodes.RmbFx, 2m)
                .Reported("A", month.ToString(), IndicatorCodes.LoansAllDebtSwapRepaid, ScopeCodes.RmbFx, 3m);
        }

        return city;
    }
}
