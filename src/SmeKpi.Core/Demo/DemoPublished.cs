using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>The PBoC branch's published totals: the banks and, about 0.3 % more, non-bank institutions.</summary>
internal sealed class DemoPublished(DemoRandom random)
{
    private const decimal UnitsPerCent = DemoPaths.Yi / 100m;

    public void Write(DemoTidyFile file, IReadOnlyList<BankMonth> banks)
    {
        YearMonth month = banks[0].Month;
        Totals(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, figures => figures.All);
        Totals(IndicatorCodes.LoansAll, ScopeCodes.Rmb, figures => figures.AllRmb);
        Totals("deposits.all.balance", ScopeCodes.RmbFx, figures => figures.Deposits);
        Totals("deposits.all.balance", ScopeCodes.Rmb, figures => figures.DepositsRmb);
        WriteAdjustments(file, banks);

        void Totals(string indicator, string scope, Func<AreaFigures, long> figure)
        {
            long[] totals = [.. Enumerable.Range(0, DemoAreas.Count).Select(area => Total(banks, area, figure))];
            file.Yi(month, DemoAreas.City, indicator, scope, totals.Sum());
            for (int area = 0; area < totals.Length; area++)
            {
                file.Yi(month, DemoAreas.All[area].Code, indicator, scope, totals[area]);
            }
        }
    }

    /// <summary>In hundredths of 亿元; the city is the sum of these rounded totals, as in a printed table.</summary>
    private long Total(IReadOnlyList<BankMonth> banks, int area, Func<AreaFigures, long> figure)
    {
        decimal bridge = 0.003m + random.Spread(0.001m, "bridge", DemoAreas.All[area].Code);
        decimal units = banks.Sum(bank => figure(bank.Areas[area])) * (1m + bridge);
        return (long)Math.Round(units / UnitsPerCent, MidpointRounding.ToEven);
    }

    private static void WriteAdjustments(DemoTidyFile file, IReadOnlyList<BankMonth> banks)
    {
        YearMonth month = banks[0].Month;
        foreach ((string code, decimal units) in DemoAreas.All.Select(area => (area.Code, Adjusted(banks, area.Code)))
            .Where(adjusted => adjusted.Item2 != 0m))
        {
            foreach (string scope in (string[])[ScopeCodes.RmbFx, ScopeCodes.Rmb])
            {
                file.Yi(
                    month, code, IndicatorCodes.LoansAllCoverageAdjustment, scope, (long)(units / UnitsPerCent));
            }
        }

        decimal city = DemoAreas.All.Sum(area => Adjusted(banks, area.Code));
        foreach (string scope in city == 0m ? [] : (string[])[ScopeCodes.RmbFx, ScopeCodes.Rmb])
        {
            file.Yi(
                month, DemoAreas.City, IndicatorCodes.LoansAllCoverageAdjustment, scope, (long)(city / UnitsPerCent));
        }
    }

    private static decimal Adjusted(IReadOnlyList<BankMonth> banks, string area) => banks.Sum(bank =>
        bank.Areas[DemoAreas.IndexOf(area)].All == 0 ? 0m : DemoEvents.AdjustmentsOf(bank.Bank, area)
            .Where(adjustment => adjustment.Month == bank.Month).Sum(adjustment => adjustment.All));
}
