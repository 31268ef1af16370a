using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Validation;

/// <summary>The thresholds of one rule as the catalogue gives them. A rule takes each of its own while it is made.</summary>
public sealed class RuleParameters
{
    private readonly YamlMap? _map;
    private readonly Dictionary<string, decimal> _numbers = new(StringComparer.Ordinal);

    internal RuleParameters(YamlMap? map) => _map = map;

    /// <summary>The parameters taken so far by name: all of them once the rule is made.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers => _numbers;

    /// <exception cref="DataFileException">The parameter is missing or no number.</exception>
    /// <exception cref="InvalidOperationException">The rule has an entry without parameters.</exception>
    public decimal Number(string name)
    {
        YamlMap map = _map ?? throw new InvalidOperationException($"The entry gives no parameters; expected '{name}'.");
        return _numbers[name] = map.Text(name).ToDecimal();
    }

    /// <exception cref="DataFileException">The catalogue gives a parameter that the rule does not know.</exception>
    internal void MustBeTaken() => _map?.Only([.. _numbers.Keys]);
}
