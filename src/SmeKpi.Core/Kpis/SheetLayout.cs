using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Kpis;

/// <summary>The numbering of banks and areas in sheets, and which areas make up which.</summary>
public sealed class SheetLayout
{
    private readonly Dictionary<string, int> _areas;
    private readonly Dictionary<string, int> _reporters;
    private readonly int[][] _parts;

    public SheetLayout(MasterData master)
    {
        Master = master;
        Banks = [.. master.Banks.OrderBy(bank => bank.Code, StringComparer.Ordinal)];
        Region[] regions = [.. master.Regions];
        _areas = Number(regions.Select(region => region.Code), first: 0);
        _reporters = Number(Banks.Select(bank => bank.Code), first: 1);

        // Only a city is the sum of its counties; a zone is reported apart from the district it lies in.
        _parts =
        [
            .. regions.Select(region => region.Kind == RegionKind.City
                ? master.CountiesOf(region.Code).Select(county => _areas[county.Code]).ToArray()
                : []),
        ];
    }

    public MasterData Master { get; }

    /// <summary>By code; the bank at position n is reporter n + 1.</summary>
    public IReadOnlyList<Bank> Banks { get; }

    public int Areas => _areas.Count;

    internal int[] PartsOf(int area) => _parts[area];

    /// <returns>Null for an area that the master data do not know.</returns>
    public int? FindArea(string code) => _areas.TryGetValue(code, out int area) ? area : null;

    /// <param name="bank">Null for the published total.</param>
    /// <returns>Null for a bank that the master data do not know.</returns>
    public int? FindReporter(string? bank) =>
        bank is null ? 0 : _reporters.TryGetValue(bank, out int reporter) ? reporter : null;

    private static Dictionary<string, int> Number(IEnumerable<string> codes, int first) => codes
        .Select((code, at) => (code, at))
        .ToDictionary(pair => pair.code, pair => pair.at + first, StringComparer.Ordinal);
}
