using SmeKpi.Core.Attribution;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Core.WhatIf;

namespace SmeKpi.Core.Tests.WhatIf;

public sealed class ScenarioFormTests
{
    [Fact]
    public void Read_EveryChoice_ReadsBackWhatWasWritten()
    {
        Dictionary<string, string> given = new()
        {
            ["lprCut"] = "10.5", ["passThrough"] = "80", ["bank"] = "A", ["short"] = "12.34", ["coverage"] = "-3",
            ["coverageMonth"] = "2025-09", ["swap"] = "7", ["swapMonth"] = "2025-04", ["by"] = "bank", ["in"] = "percent",
            ["part-A"] = "60", ["part-B"] = "40",
        };

        (Scenario scenario, IReadOnlyList<ScenarioFault> faults) = Read(given);

        Assert.Empty(faults);
        Assert.Equal(given.OrderBy(each => each.Key), ScenarioForm.Write(scenario).OrderBy(each => each.Key));
        Assert.Equal((Money.FromYiYuan(-3m), new YearMonth(2025, 9)), (scenario.Coverage, scenario.CoverageMonth));
    }

    [Fact]
    public void Read_AmountsOverCounties_AreInYi()
    {
        (Scenario scenario, _) = Read(new() { ["by"] = "county", [$"part-{City.CountyOne}"] = "1.5", ["part-999999"] = "2" });

        Assert.Equal(AttributedBy.County, scenario.Distribution!.By);
        Assert.Equal(Money.FromYiYuan(1.5m), Assert.Single(scenario.Distribution.Parts!).Value);
    }

    [Fact]
    public void Read_NothingChosen_IsEmpty()
    {
        (Scenario scenario, IReadOnlyList<ScenarioFault> faults) = Read(new() { ["lprCut"] = "", ["coverage"] = " 0 ", ["other"] = "x" });

        Assert.Empty(faults);
        Assert.True(scenario.IsEmpty);
        Assert.Empty(ScenarioForm.Write(scenario));
    }

    [Theory]
    [InlineData("lprCut", "ten", ScenarioFaultKind.Number)]
    [InlineData("lprCut", "1,000", ScenarioFaultKind.Number)]
    [InlineData("lprCut", "501", ScenarioFaultKind.Number)]
    [InlineData("swap", "-1", ScenarioFaultKind.Number)]
    [InlineData("coverageMonth", "2024-12", ScenarioFaultKind.Month)]
    [InlineData("swapMonth", "June", ScenarioFaultKind.Month)]
    [InlineData("bank", "X", ScenarioFaultKind.Bank)]
    [InlineData("bank", "A", ScenarioFaultKind.Alone)]
    [InlineData("short", "5", ScenarioFaultKind.Alone)]
    [InlineData("path", "luck", ScenarioFaultKind.Word)]
    [InlineData("by", "branch", ScenarioFaultKind.Word)]
    public void Read_WrongChoice_IsNamedAndLeftOut(string key, string text, ScenarioFaultKind expected)
    {
        (Scenario scenario, IReadOnlyList<ScenarioFault> faults) = Read(new() { [key] = text });

        Assert.Equal(expected, Assert.Single(faults).Kind);
        Assert.True(scenario.IsEmpty);
    }

    [Fact]
    public void Read_DistributionAtThePaceSoFar_IsRefused()
    {
        (_, IReadOnlyList<ScenarioFault> faults) = Read(new() { ["by"] = "bank", ["path"] = "pace" });

        Assert.Equal("path", Assert.Single(faults).Key);
    }

    private static (Scenario Scenario, IReadOnlyList<ScenarioFault> Faults) Read(Dictionary<string, string> given) =>
        ScenarioForm.Read(given, new(2025, 6), new City().Bank("A").Bank("B").Input("2025-06").Figures.Master);
}
