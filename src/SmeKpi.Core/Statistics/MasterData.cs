using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>The banks and areas that statistics speak of, as known at one moment.</summary>
public sealed class MasterData
{
    private readonly Dictionary<string, Bank> _banks;
    private readonly Dictionary<string, Region> _regions;
    private readonly ILookup<string, Bank> _predecessors;
    private readonly Dictionary<string, IReadOnlyList<Bank>> _continued;

    public MasterData(IEnumerable<Bank> banks, IEnumerable<Region> regions)
    {
        _banks = banks.ToDictionary(bank => bank.Code, StringComparer.Ordinal);
        _regions = regions.ToDictionary(region => region.Code, StringComparer.Ordinal);
        _predecessors = _banks.Values
            .Where(bank => bank.Successor is not null)
            .ToLookup(bank => bank.Successor!, StringComparer.Ordinal);
        _continued = _banks.Values.ToDictionary(bank => bank.Code, Continued, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Bank> Banks => _banks.Values;

    public IReadOnlyCollection<Region> Regions => _regions.Values;

    public Bank? FindBank(string code) => _banks.GetValueOrDefault(code);

    public Region? FindRegion(string code) => _regions.GetValueOrDefault(code);

    /// <summary>The banks that merged directly into this one.</summary>
    public IEnumerable<Bank> PredecessorsOf(string code) => _predecessors[code];

    /// <summary>A bank and all that merged into it, directly or through others; none when the code is unknown.</summary>
    public IReadOnlyList<Bank> WithPredecessors(string code) => _continued.GetValueOrDefault(code) ?? [];

    /// <summary>The banks open in a month, by code.</summary>
    public IEnumerable<Bank> OpenIn(YearMonth month) =>
        _banks.Values.Where(bank => bank.IsOpenIn(month)).OrderBy(bank => bank.Code, StringComparer.Ordinal);

    /// <summary>Counties and zones below an area at any depth, by code; together they make up the city once.</summary>
    public IEnumerable<Region> CountiesOf(string region) => _regions.Values
        .Where(candidate => candidate.Code != region && LiesIn(candidate, region))
        .OrderBy(candidate => candidate.Code, StringComparer.Ordinal);

    private bool LiesIn(Region candidate, string region)
    {
        for (Region? at = candidate; at?.Parent is { } parent; at = _regions.GetValueOrDefault(parent))
        {
            if (parent == region)
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<Bank> Continued(Bank bank)
    {
        List<Bank> found = [bank];
        for (int at = 0; at < found.Count; at++)
        {
            // Each once, though a file may let banks follow one another in a circle.
            found.AddRange(_predecessors[found[at].Code].Except(found));
        }

        return found;
    }
}
