using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>The city month by month: the whole grows on its path, the banks share it by their weights.</summary>
internal sealed class DemoSimulation
{
    private readonly DemoOptions _options;
    private readonly DemoRandom _random;
    private readonly DemoPaths _paths;
    private readonly IReadOnlyList<DemoBank> _banks;
    private readonly Dictionary<string, DemoBankState> _open = new(StringComparer.Ordinal);

    public DemoSimulation(DemoOptions options, IReadOnlyList<DemoBank> banks, DemoRandom random)
    {
        _options = options;
        _banks = banks;
        _random = random;
        _paths = new DemoPaths(random);
    }

    /// <summary>The true figures of every open bank, one list per month, banks by code.</summary>
    public IEnumerable<IReadOnlyList<BankMonth>> Run()
    {
        foreach (YearMonth month in DemoOptions.FirstMonth.Through(_options.LastMonth))
        {
            foreach (DemoBankState state in _open.Values)
            {
                state.Advance(month, _random);
            }

            OpenAndClose(month);
            DemoBankState[] states = [.. _banks.Where(bank => bank.IsOpenIn(month)).Select(bank => _open[bank.Code])];
            decimal whole = states.Sum(state => state.Weight(month));
            decimal loansPerWeight = _paths.Loans(month) / whole;
            decimal rate = _paths.CorporateRate(month);
            yield return [.. states.Select(state => Report(state, month, loansPerWeight, rate))];
        }
    }

    private void OpenAndClose(YearMonth month)
    {
        foreach (DemoBank bank in _banks.Where(bank => bank.IsOpenIn(month) && !_open.ContainsKey(bank.Code)))
        {
            DemoBankState[] predecessors =
                [.. _open.Values.Where(state => state.Bank.Successor == bank.Code && state.Bank.Closed == month)];
            _open.Add(bank.Code, new DemoBankState(bank, month, predecessors, _random));
        }

        foreach (string code in _open.Keys.Where(code => !_open[code].Bank.IsOpenIn(month)).ToArray())
        {
            _open.Remove(code);
        }
    }

    private BankMonth Report(DemoBankState state, YearMonth month, decimal loansPerWeight, decimal rate)
    {
        var areas = new DemoAreaReport(state, month, rate, _random);
        AreaFigures[] figures = [.. Enumerable.Range(0, DemoAreas.Count)
            .Select(area => areas.Of(area, loansPerWeight * state.Weight(area, month)))];
        return new BankMonth(state.Bank, month, figures, DemoCityReport.Of(state, month, rate, figures, _random));
    }
}
