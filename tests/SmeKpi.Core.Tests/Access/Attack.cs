using SmeKpi.Core.Access;

namespace SmeKpi.Core.Tests.Access;

/// <summary>Somebody who knows every area that is shown, the city's total, and each district with its zones from a yearbook.</summary>
internal sealed class Attack
{
    private readonly IReadOnlyList<AreaGroup> _areas;
    private readonly Dictionary<string, decimal> _values;
    private readonly List<decimal[]> _known = [];

    public Attack(IReadOnlyList<AreaGroup> areas, SmallGroups groups, Random random)
        : this(areas, [.. groups.Withheld(areas)], random)
    {
    }

    public Attack(IReadOnlyList<AreaGroup> areas, IReadOnlyList<string> withheld, Random random)
    {
        _areas = areas;
        Withheld = withheld;
        _values = areas.ToDictionary(area => area.Code, _ => random.Next(1_000_000, 999_999_999) / 1_000m);
        _known.Add([.. areas.Select(_ => 1m)]);
        _known.AddRange(areas.Select(area => area.Code).Where(code => !withheld.Contains(code))
            .Select(code => Row(area => area.Code == code)));
        _known.AddRange(areas.Where(area => areas.Any(zone => zone.Parent == area.Code))
            .Select(district => Row(area => area.Code == district.Code || area.Parent == district.Code)));
    }

    public IReadOnlyList<string> Withheld { get; }

    public decimal Value(string area) => _values[area];

    /// <summary>The city, a district or an area, minus (or plus) a random choice of the other things known.</summary>
    public decimal Guess(Random random)
    {
        decimal[] at = _known[random.Next(3) == 0 ? random.Next(_known.Count) : 0];
        decimal sum = Sum(at);
        foreach (decimal[] other in _known.Where(row => row != at))
        {
            sum -= random.Next(4) switch { 0 => 0m, 1 => -Sum(other), _ => Sum(other) };
        }

        return sum;
    }

    /// <summary>Whether the area's value is a linear combination of what is known, by elimination.</summary>
    public bool CanBeComputed(string area)
    {
        List<decimal[]> rows = [.. _known.Select(row => row.ToArray())];
        decimal[] wanted = Row(each => each.Code == area);
        for (int column = 0; column < _areas.Count; column++)
        {
            if (rows.Find(row => row[column] != 0m) is not { } pivot)
            {
                continue;
            }

            rows.Remove(pivot);
            rows.ForEach(row => Eliminate(row, pivot, column));
            Eliminate(wanted, pivot, column);
        }

        return wanted.All(cell => cell == 0m);
    }

    private static void Eliminate(decimal[] row, decimal[] pivot, int column)
    {
        decimal times = row[column] / pivot[column];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] -= times * pivot[i];
        }
    }

    private decimal Sum(decimal[] row) => row.Select((times, i) => times * _values[_areas[i].Code]).Sum();

    private decimal[] Row(Func<AreaGroup, bool> counts) => [.. _areas.Select(area => counts(area) ? 1m : 0m)];
}
