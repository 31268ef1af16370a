using SmeKpi.Core.Access;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Exploring;

/// <summary>Questions to a made-up city.</summary>
internal static class Ask
{
    private static readonly IndicatorCatalog s_indicators = IndicatorCatalog.LoadFrom(Repository.SeedData);

    public static Exploration Banks(string from, string to) => new()
    {
        Indicators = [IndicatorCodes.LoansAll],
        Banks = BankChoice.All,
        From = YearMonth.Parse(from),
        To = YearMonth.Parse(to),
        Rows = [ExplorationAxis.Bank],
    };

    public static PivotTable Of(City city, Exploration question, RowScope? rows = null)
    {
        FigureBook figures = city.Input("2025-01").Figures;
        return PivotBuilder.Build(Frame(figures.Master, question), figures.Sheets, rows ?? RowScope.Everything, new SmallGroups(5));
    }

    public static ExplorationFrame Frame(MasterData master, Exploration question) =>
        new(question, s_indicators, master, City.Code, new YearMonth(2025, 6));

    public static decimal? Yi(PivotCell? cell) => cell?.Value?.Number / 100_000_000m;
}
