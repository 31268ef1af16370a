using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>A value and whether it can be trusted; <c>Opening</c> only for increments.</summary>
public sealed record Outcome(
    decimal? Actual, bool IsComplete, bool IsAssessable, bool Published, decimal? Opening = null);

/// <summary>Figures that were taken together from one origin.</summary>
public sealed record Drawn(IReadOnlyList<decimal?> Values, bool IsComplete, bool Published)
{
    public int Count => Values.Count;

    public decimal? Value(int index) => Values[index];

    /// <returns>Null when one of them is missing.</returns>
    public decimal? Sum(int from, int count) => Values.Skip(from).Take(count)
        .Aggregate((decimal?)0m, (sum, value) => sum + value);
}

/// <summary>The figures of one subject: an area, or a bank in it. A figure is named "indicator|scope".</summary>
public sealed class Sheet(TidyFigures figures, string area, string? bank)
{
    public string Area => area;

    public string? Bank => bank;

    public bool IsCity => bank is null && area == TidyFigures.City;

    /// <summary>Published totals when all of them are published, else the banks.</summary>
    public Drawn Draw(params (string Figure, YearMonth Month)[] wanted)
    {
        if (bank is null && wanted.All(one => Cell(one.Figure, one.Month).ContainsKey("")))
        {
            return new Drawn([.. wanted.Select(one => (decimal?)Cell(one.Figure, one.Month)[""])], true, true);
        }

        var drawn = wanted.Select(one => OfBanks(one.Figure, one.Month)).ToList();
        return new Drawn([.. drawn.Select(one => one.Value)], drawn.All(one => one.IsComplete), false);
    }

    /// <summary>What entered (+) or left (−) the statistics after one month up to another; none is zero.</summary>
    public decimal Adjustments(string figure, YearMonth after, YearMonth upTo, bool published) =>
        after.AddMonths(1).Through(upTo).Sum(month => Cell(figure, month)
            .Where(row => bank is null
                ? (row.Key.Length == 0) == published
                : figures.Family(bank).Intersect(figures.OpenBanks(month)).Contains(row.Key))
            .Sum(row => row.Value));

    public (int Expected, int Received) Filed(IReadOnlyList<string> needed, YearMonth month)
    {
        if (bank is not null)
        {
            return (1, needed.All(figure => OfBanks(figure, month).Value is not null) ? 1 : 0);
        }

        IReadOnlyList<string> open = figures.OpenBanks(month);
        return (open.Count, open.Count(one => needed.All(figure => Cell(figure, month).ContainsKey(one))));
    }

    private (decimal? Value, bool IsComplete) OfBanks(string figure, YearMonth month)
    {
        IReadOnlyDictionary<string, decimal> rows = Cell(figure, month);
        IReadOnlyList<string> open = figures.OpenBanks(month);
        if (bank is null)
        {
            decimal[] values = [.. rows.Where(row => row.Key.Length > 0).Select(row => row.Value)];
            return (values.Length == 0 ? null : values.Sum(), open.All(rows.ContainsKey));
        }

        string[] members = [.. figures.Family(bank).Intersect(open)];
        return members.Length > 0 && members.All(rows.ContainsKey)
            ? (members.Sum(member => rows[member]), true)
            : (null, false);
    }

    private IReadOnlyDictionary<string, decimal> Cell(string figure, YearMonth month) =>
        figures.Of(figure, area, month);
}
