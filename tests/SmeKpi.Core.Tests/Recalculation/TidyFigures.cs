using System.Globalization;
using System.Text;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>The figures of tidy files by plain reading: no parser and no type of the program but the month.</summary>
public sealed class TidyFigures
{
    public const string City = "320900";

    private static readonly Dictionary<string, decimal> s_nothing = [];

    // By figure ("indicator|scope"), area and month: each bank's value in yuan (or as counted); "" is published.
    private readonly Dictionary<(string Figure, string Area, YearMonth Month), Dictionary<string, decimal>> _values =
        [];

    private readonly Dictionary<YearMonth, IReadOnlyList<string>> _open = [];
    private readonly List<(string Code, YearMonth? Opened, YearMonth? Closed, string Successor)> _banks = [];

    /// <param name="texts">Whole files in any order; where two speak of one cell, the later received wins.</param>
    public TidyFigures(IEnumerable<string> texts)
    {
        foreach (string text in texts.OrderBy(Received, StringComparer.Ordinal))
        {
            string[] lines = [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
            foreach (string[] cells in lines.Skip(1).Select(line => line.Split(',')))
            {
                if (lines[0].StartsWith("bank_code", StringComparison.Ordinal))
                {
                    _banks.Add((cells[0], Month(cells[5]), Month(cells[6]), cells[7]));
                }
                else
                {
                    Keep(cells);
                }
            }
        }

        AddCounties();
        Areas = [.. _values.Keys.Select(key => key.Area).Where(area => area != City).Distinct().Order()];
        Months = [.. _values.Keys.Select(key => key.Month).Distinct().Order()];
    }

    public IReadOnlyList<string> Areas { get; }

    public IReadOnlyList<YearMonth> Months { get; }

    public static TidyFigures Read(params string[] folders) => new(folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories))
        .Select(file => File.ReadAllText(file, Encoding.UTF8)));

    public IReadOnlyList<string> OpenBanks(YearMonth month)
    {
        if (!_open.TryGetValue(month, out IReadOnlyList<string>? open))
        {
            open = [.. _banks
                .Where(bank => bank.Opened is null || bank.Opened <= month)
                .Where(bank => bank.Closed is null || month < bank.Closed)
                .Select(bank => bank.Code).Order(StringComparer.Ordinal)];
            _open.Add(month, open);
        }

        return open;
    }

    /// <summary>The bank, the banks that merged into it, and those that merged into these.</summary>
    public IEnumerable<string> Family(string bank) =>
        _banks.Where(other => other.Successor == bank).SelectMany(other => Family(other.Code)).Prepend(bank);

    /// <returns>What each bank reports; for the city its own row, else the sum of its counties.</returns>
    public IReadOnlyDictionary<string, decimal> Of(string figure, string area, YearMonth month) =>
        _values.TryGetValue((figure, area, month), out Dictionary<string, decimal>? banks) ? banks : s_nothing;

    private void Keep(string[] cells)
    {
        var key = (cells[3] + "|" + cells[4], cells[2], YearMonth.Parse(cells[0]));
        if (!_values.TryGetValue(key, out Dictionary<string, decimal>? banks))
        {
            _values.Add(key, banks = []);
        }

        if (cells[5].Length == 0)
        {
            banks.Remove(cells[1]);
            return;
        }

        banks[cells[1]] = decimal.Parse(cells[5], CultureInfo.InvariantCulture) * cells[6] switch
        {
            "亿元" or "yi" => 100_000_000m,
            "万元" or "wan" => 10_000m,
            "元" or "yuan" or "户" or "count" or "%" or "percent" => 1m,
            string other => throw new FormatException(other),
        };
    }

    // A bank without an own row for the city has there the sum of its counties.
    private void AddCounties()
    {
        var sums = new Dictionary<(string Figure, YearMonth Month, string Bank), decimal>();
        foreach (((string figure, string area, YearMonth month), Dictionary<string, decimal> banks) in _values)
        {
            foreach ((string bank, decimal value) in banks.Where(pair => area != City && pair.Key.Length > 0))
            {
                sums[(figure, month, bank)] = sums.GetValueOrDefault((figure, month, bank)) + value;
            }
        }

        foreach (((string figure, YearMonth month, string bank), decimal sum) in sums)
        {
            _values.TryAdd((figure, City, month), []);
            _values[(figure, City, month)].TryAdd(bank, sum);
        }
    }

    private static string Received(string text)
    {
        int at = text.IndexOf("# received: ", StringComparison.Ordinal);
        return at < 0 ? "" : text.Substring(at + 12, 19);
    }

    private static YearMonth? Month(string text) => text.Length == 0 ? null : YearMonth.Parse(text);
}
