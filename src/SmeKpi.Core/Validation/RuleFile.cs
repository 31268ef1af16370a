using System.Text.RegularExpressions;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>Reads the entries of seed-data/rules.</summary>
internal static partial class RuleFile
{
    private static readonly Dictionary<string, Severity> s_severities = new()
    {
        ["unreadable"] = Severity.Unreadable,
        ["invalid"] = Severity.Invalid,
        ["questionable"] = Severity.Questionable,
        ["aggregate"] = Severity.Aggregate,
    };

    /// <summary>The word by which files call a severity.</summary>
    public static string WordOf(Severity severity) => s_severities.Single(word => word.Value == severity).Key;

    /// <summary>Reads every file of the folder; each number in use must have exactly one entry.</summary>
    /// <exception cref="DataFileException">Anything is unknown, missing, double or in another form.</exception>
    public static IReadOnlyList<RuleEntry> Load(string directory)
    {
        Dictionary<string, RuleEntry> entries = new(StringComparer.Ordinal);
        foreach (string path in DataFile.In(directory).Where(IsCatalogue))
        {
            foreach (YamlMap row in StrictYaml.Read(path).Only("rules").Maps("rules"))
            {
                YamlText number = row.Text("number");
                if (!RuleNumbers.All.Contains(number.Value))
                {
                    throw number.Wrong("the number of a rule");
                }

                if (!entries.TryAdd(number.Value, Read(row, number)))
                {
                    throw number.Wrong("a number that does not stand above");
                }
            }
        }

        string[] missing = [.. RuleNumbers.All.Where(number => !entries.ContainsKey(number))];
        return missing.Length == 0
            ? [.. RuleNumbers.All.Select(number => entries[number])]
            : throw new DataFileException(directory, 1, $"no entry for {string.Join(", ", missing)}");
    }

    private static RuleEntry Read(YamlMap row, YamlText number)
    {
        row.Only("number", "severity", "layouts", "forms", "parameters", "valid-from", "valid-to", "severity-changes");
        YamlText severity = row.Text("severity");
        if (severity.OneOf(s_severities) != Finding.OfLetter(number.Value))
        {
            throw severity.Wrong($"{WordOf(Finding.OfLetter(number.Value))}, as the number says");
        }

        YearMonth? from = row.OptionalText("valid-from")?.ToMonth();
        YamlText? last = row.OptionalText("valid-to");
        YearMonth? to = last?.ToMonth();
        return to < from
            ? throw last!.Wrong($"a month not before {from}")
            : new RuleEntry(
                number.Value, severity.OneOf(s_severities), Layouts(row), Forms(row), from, to, Changes(row))
            {
                Source = row,
                Thresholds = new RuleParameters(row.Has("parameters") ? row.Map("parameters") : null),
            };
    }

    private static List<string> Layouts(YamlMap row) =>
        [.. Words(row, "layouts").Select(text => LayoutNames.All.Contains(text.Value)
            ? text.Value
            : throw text.Wrong(string.Join(" | ", LayoutNames.All)))];

    private static List<string> Forms(YamlMap row) =>
        [.. Words(row, "forms").Select(text => Form().IsMatch(text.Value)
            ? text.Value
            : throw text.Wrong("the number of a form, as in S71_I"))];

    private static IReadOnlyList<YamlText> Words(YamlMap row, string key) => row.Has(key) ? row.Texts(key) : [];

    private static List<SeverityChange> Changes(YamlMap row)
    {
        List<SeverityChange> changes = [];
        foreach (YamlMap change in row.Has("severity-changes") ? row.Maps("severity-changes") : [])
        {
            change.Only("from", "severity", "reason");
            YamlText from = change.Text("from");
            if (changes.Count > 0 && from.ToMonth() <= changes[^1].From)
            {
                throw from.Wrong($"a month after {changes[^1].From}");
            }

            changes.Add(new SeverityChange(
                from.ToMonth(), change.Text("severity").OneOf(s_severities), change.Localized("reason")));
        }

        return changes;
    }

    private static bool IsCatalogue(string path) => path.EndsWith(".yaml", StringComparison.Ordinal)
        && !path.EndsWith(".source.yaml", StringComparison.Ordinal);

    [GeneratedRegex("^[GS][0-9]{2}(_[IVX]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
