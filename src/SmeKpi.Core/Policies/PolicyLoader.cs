using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Policies;

/// <summary>Reads a policy from its folder and refuses it when anything in it does not fit together.</summary>
public static class PolicyLoader
{
    /// <summary>Reads a policy of the seed data: the catalogue of indicators stands two folders up.</summary>
    /// <param name="directory">As in seed-data/policies/yancheng-2025.</param>
    /// <exception cref="DataFileException">A file is missing or wrong; the message says where.</exception>
    public static PolicyDocument Load(string directory)
    {
        string seedData = Path.GetFullPath(Path.Combine(directory, "..", ".."));
        return Load(directory, IndicatorCatalog.LoadFrom(seedData));
    }

    /// <param name="indicators">The catalogue that must hold every series a reading is pinned to.</param>
    /// <exception cref="DataFileException">A file is missing or wrong; the message says where.</exception>
    public static PolicyDocument Load(string directory, IndicatorCatalog indicators)
    {
        PolicyFiles files = new(directory);
        PolicyDocument policy = MeasuresFile.Load(files, PolicyText.Load(files.Text));
        foreach (string file in files.Provisions)
        {
            Provision provision = ProvisionFile.Load(file, policy, indicators);
            policy = policy with { Provisions = [.. policy.Provisions, provision] };
        }

        return policy with
        {
            Provisions = [.. policy.Provisions.OrderBy(provision => provision.Id, StringComparer.Ordinal)],
            SeasonalProfile = SeasonalProfile.Load(files.SeasonalProfile, policy.Provisions),
            Forecasts = ForecastRules.Load(files.Forecast),
            Version = files.Version(),
        };
    }
}
