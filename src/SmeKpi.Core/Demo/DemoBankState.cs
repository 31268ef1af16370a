using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>What a bank carries from month to month: its weight in each area and the flows of the year.</summary>
internal sealed class DemoBankState
{
    private readonly decimal[] _weights = new decimal[DemoAreas.Count];
    private readonly decimal[] _inclusive = new decimal[DemoAreas.Count];

    public DemoBankState(DemoBank bank, YearMonth since, IReadOnlyList<DemoBankState> predecessors, DemoRandom random)
    {
        Bank = bank;
        Since = since;
        decimal whole = bank.Areas.Sum();
        for (int area = 0; area < _weights.Length; area++)
        {
            decimal own = random.Spread(0.25m, "presence", bank.Code, area);
            _weights[area] = (bank.Share * bank.Areas[area] / whole * (1m + own))
                + predecessors.Sum(predecessor => predecessor._weights[area]);
            decimal inherited = predecessors.Sum(one => one._weights[area] * one._inclusive[area]);
            decimal tilt = random.Spread(0.05m, "inclusive", bank.Code, area);
            _inclusive[area] = inherited > 0m ? inherited / _weights[area] : bank.Inclusive / 1000m * (1m + tilt);
        }

        GrantedYtd = predecessors.Sum(predecessor => predecessor.GrantedYtd);
        InterestYtd = predecessors.Sum(predecessor => predecessor.InterestYtd);
        FirstBorrowersYtd = predecessors.Sum(predecessor => predecessor.FirstBorrowersYtd);
        FirstGrantedYtd = predecessors.Sum(predecessor => predecessor.FirstGrantedYtd);
    }

    public DemoBank Bank { get; }

    public YearMonth Since { get; }

    public long GrantedYtd { get; set; }

    public long InterestYtd { get; set; }

    public long FirstBorrowersYtd { get; set; }

    public long FirstGrantedYtd { get; set; }

    /// <summary>The bank's weight in an area; a bank that opened without predecessors grows into its own.</summary>
    public decimal Weight(int area, YearMonth month) => Bank.Opened is null || Bank.Share == 0m
        ? _weights[area]
        : _weights[area] * Math.Min(1m, 0.30m + (0.05m * DemoPaths.MonthsBetween(Since, month)));

    /// <summary>Share of inclusive loans in the bank's loans of an area, as a fraction.</summary>
    public decimal Inclusive(int area) => _inclusive[area];

    public decimal Weight(YearMonth month) => Enumerable.Range(0, _weights.Length).Sum(area => Weight(area, month));

    /// <summary>Moves everything on to the next month; flows of the year begin again in January.</summary>
    public void Advance(YearMonth month, DemoRandom random)
    {
        decimal bankwide = (Bank.Growth / 1200m) + random.Spread(0.004m, "growth", Bank.Code, month.Number);
        for (int area = 0; area < _weights.Length; area++)
        {
            (string code, _, decimal growth) = DemoAreas.All[area];
            decimal local = (growth / 1200m) + random.Spread(0.003m, code, Bank.Code, month.Number);
            _weights[area] *= 1m + bankwide + local;
            _inclusive[area] *= 1m + (Bank.Drift / 1200m);
        }

        if (month.Month == 1)
        {
            GrantedYtd = InterestYtd = FirstBorrowersYtd = FirstGrantedYtd = 0;
        }
    }
}
