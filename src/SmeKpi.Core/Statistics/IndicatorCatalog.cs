using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Statistics;

/// <summary>All series that a file may report, and the scopes they may have.</summary>
public sealed class IndicatorCatalog
{
    private readonly Dictionary<string, Indicator> _indicators;
    private readonly Dictionary<string, StatisticalScope> _scopes;

    internal IndicatorCatalog(IReadOnlyList<StatisticalScope> scopes, IReadOnlyList<Indicator> indicators)
    {
        Scopes = scopes;
        All = indicators;
        _scopes = scopes.ToDictionary(scope => scope.Code, StringComparer.Ordinal);
        _indicators = indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
    }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<Indicator> All { get; }

    public IReadOnlyDictionary<string, Indicator> ByCode => _indicators;

    public IReadOnlyList<StatisticalScope> Scopes { get; }

    /// <summary>Reads the catalogue from files that share one list of scopes.</summary>
    /// <exception cref="DataFileException">Anything is unknown, missing, double or in another form.</exception>
    public static IndicatorCatalog Load(IEnumerable<string> files) => IndicatorFile.Load(files);

    /// <summary>Reads every <c>indicators*.yaml</c> of the seed data.</summary>
    /// <exception cref="DataFileException">There is none, or one of them is wrong.</exception>
    public static IndicatorCatalog LoadFrom(string seedData)
    {
        string[] files = [.. DataFile.In(seedData).Where(path => IsCatalogue(Path.GetFileName(path)))];
        return files.Length > 0
            ? Load(files)
            : throw new DataFileException(Path.Combine(seedData, "indicators.yaml"), 1, "the file is missing");
    }

    /// <returns>Null when the code is unknown.</returns>
    public Indicator? Find(string code) => _indicators.GetValueOrDefault(code);

    /// <returns>Null when the code is unknown.</returns>
    public StatisticalScope? FindScope(string code) => _scopes.GetValueOrDefault(code);

    /// <summary>True when the series exists in the scope.</summary>
    public bool Allows(string indicator, string scope) => Find(indicator)?.Scopes.Contains(scope) ?? false;

    private static bool IsCatalogue(string name) =>
        name.StartsWith("indicators.", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal)
        && !name.EndsWith(".source.yaml", StringComparison.Ordinal);
}
