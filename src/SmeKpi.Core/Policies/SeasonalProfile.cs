using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Policies;

/// <summary>历史季节进度: which part of a year's increment is usually reached by the end of each month.</summary>
/// <remarks>The shares may fall from one month to the next: repayments can exceed new loans.</remarks>
/// <param name="Provision">The provision whose pace it gives.</param>
/// <param name="Years">The years of which it is the mean.</param>
/// <param name="Shares">Twelve fractions, January first; December is 1.</param>
public sealed record SeasonalProfile(
    string Provision,
    LocalizedText Title,
    LocalizedText Source,
    IReadOnlyList<int> Years,
    IReadOnlyList<decimal> Shares)
{
    private static readonly string[] s_months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    /// <summary>The cumulative share by the end of a calendar month, 0.401 for 40.1 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 … 12.</exception>
    public decimal ShareBy(int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return Shares[month - 1];
    }

    /// <param name="provisions">The provisions of the policy, one of which the profile must name.</param>
    /// <exception cref="DataFileException">A month is missing, December is not 100, or it names no target.</exception>
    public static SeasonalProfile Load(string file, IReadOnlyList<Provision> provisions)
    {
        Dictionary<string, string> targets = provisions
            .Where(provision => provision.Kind == ProvisionKind.Target)
            .ToDictionary(provision => provision.Id, provision => provision.Id);
        YamlMap root = StrictYaml.Read(file).Only("provision", "title", "years", "source", "months");
        YamlMap months = root.Map("months").Only(s_months);
        YamlText december = months.Text("12");
        if (december.ToDecimal() != 100m)
        {
            throw december.Wrong("100: the whole year");
        }

        return new SeasonalProfile(
            root.Text("provision").OneOf(targets),
            root.Localized("title"),
            root.Localized("source"),
            [.. root.Texts("years").Select(year => year.ToInteger())],
            [.. s_months.Select(month => months.Text(month).ToDecimal() / 100m)]);
    }
}
