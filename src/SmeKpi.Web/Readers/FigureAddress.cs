using System.Globalization;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>Where a figure is taken apart: the addresses that every page links its figures to.</summary>
public static class FigureAddress
{
    /// <summary>A reading of a target: law, formula, figures behind it.</summary>
    /// <param name="subject">An empty region means the city.</param>
    /// <param name="reading">Null for the ruling one.</param>
    /// <param name="asOf">Null for what is known now.</param>
    public static string Reading(
        string kpi, YearMonth month, Subject subject, string? reading = null, DateTimeOffset? asOf = null) =>
        $"/lineage/{Uri.EscapeDataString(kpi)}" + Query(month, subject.Region, subject.Bank, asOf, ("reading", reading));

    /// <summary>A figure of the statistics, a single value or a total: the stored values it was added up from.</summary>
    /// <param name="origin">Where the figure comes from; null for the origin that rules, which is published before added up.</param>
    public static string Figure(
        string indicator,
        string scope,
        YearMonth month,
        Subject subject,
        DateTimeOffset? asOf = null,
        Origin? origin = null) =>
        $"/figures/{Uri.EscapeDataString(indicator)}" + Query(month, subject.Region, subject.Bank, asOf, ("scope", scope))
        + (origin is { } given ? $"&origin={ReadingJson.Kebab(given)}" : "");

    /// <summary>A month as known at two moments.</summary>
    /// <param name="asOf">The later moment; null for now.</param>
    public static string Compare(YearMonth month, string region, DateTimeOffset? asOf, DateTimeOffset with) =>
        "/compare" + Query(month, region, null, asOf, ("with", Moments.Exact(with)));

    /// <summary>One stored value: its cell in the file it came from.</summary>
    public static string Cell(long observation) => string.Create(CultureInfo.InvariantCulture, $"/cells/{observation}");

    private static string Query(
        YearMonth month, string region, string? bank, DateTimeOffset? asOf, (string Name, string? Value) more)
    {
        List<string> parts = [$"month={month}"];
        Add("region", region);
        Add("bank", bank);
        Add(more.Name, more.Value);
        Add("asOf", asOf is { } moment ? Moments.Exact(moment) : null);
        return "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
