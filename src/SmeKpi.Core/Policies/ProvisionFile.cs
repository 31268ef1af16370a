using System.Globalization;
using System.Text.RegularExpressions;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Policies;

/// <summary>Reads provisions/*.yaml: one number of the law per file.</summary>
internal static partial class ProvisionFile
{
    private static readonly string[] s_keys =
    [
        "id", "measure", "quote", "name", "short", "kind", "wording", "compare", "unit", "values", "while-in-force",
        "in-force", "date", "behind-up-to", "binds", "responsible", "checked-on", "ruling", "readings",
    ];

    private static readonly Dictionary<string, ProvisionKind> s_kinds = new()
    {
        ["target"] = ProvisionKind.Target,
        ["tolerance"] = ProvisionKind.Tolerance,
        ["subsidy-rate"] = ProvisionKind.SubsidyRate,
        ["cap"] = ProvisionKind.Cap,
        ["eligibility-date"] = ProvisionKind.EligibilityDate,
    };

    private static readonly Dictionary<string, Wording> s_wordings = new()
    {
        ["binding"] = Wording.Binding,
        ["strive"] = Wording.Strive,
    };

    private static readonly Dictionary<string, Comparison> s_comparisons = new()
    {
        ["at-least"] = Comparison.AtLeast,
        ["at-most"] = Comparison.AtMost,
    };

    private static readonly Dictionary<string, bool> s_bindings = new() { ["city"] = false, ["each-bank"] = true };

    public static Provision Load(string file, PolicyDocument policy, IndicatorCatalog indicators)
    {
        YamlMap row = StrictYaml.Read(file).Only(s_keys);
        Measure measure = ReadMeasure(row, file, policy);
        ProvisionKind kind = row.Text("kind").OneOf(s_kinds);
        CheckKeys(row, kind);
        ProvisionValues values = ProvisionValues.Read(row, kind, policy);
        RulingDecision? ruling = row.Has("ruling")
            ? ReadingList.ReadRuling(row, policy.Departments.ToDictionary(office => office.Id))
            : null;
        return new Provision
        {
            Id = row.Text("id").Value,
            Measure = measure.Number,
            Quote = ReadQuote(row, measure),
            Name = row.Localized("name"),
            ShortName = row.Localized(row.Has("short") ? "short" : "name"),
            Kind = kind,
            Wording = row.Text("wording").OneOf(s_wordings),
            Compare = row.OptionalText("compare")?.OneOf(s_comparisons),
            Unit = values.Unit,
            AnnualValues = values.Annual,
            StandingValue = values.Standing,
            DateValue = values.Date,
            InForceFrom = values.From,
            InForceUntil = values.Until,
            BehindUpTo = values.BehindUpTo,
            BindsEachBank = row.OptionalText("binds")?.OneOf(s_bindings) ?? false,
            Responsible = ReadResponsible(row, measure),
            CheckedOn = row.Text("checked-on").ToDate(),
            Ruling = ruling,
            Readings = ruling is null ? [] : ReadingList.Read(row, ruling, indicators),
        };
    }

    private static Measure ReadMeasure(YamlMap row, string file, PolicyDocument policy)
    {
        YamlText id = row.Text("id");
        if (!Id().IsMatch(id.Value))
        {
            throw id.Wrong("M, two digits, a dot and a position, as in M08.1");
        }

        YamlText number = row.Text("measure");
        int expected = int.Parse(id.Value.AsSpan(1, 2), CultureInfo.InvariantCulture);
        if (number.ToInteger() != expected)
        {
            throw number.Wrong($"{expected}, the measure of {id.Value}");
        }

        string prefix = $"{id.Value.Replace('.', '-').ToLowerInvariant()}-";
        if (!Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal) || Path.GetExtension(file) != ".yaml")
        {
            throw id.Wrong($"the id of the file's name, which begins with {prefix} and ends with .yaml");
        }

        if (policy.Provisions.Any(other => other.Id == id.Value))
        {
            throw id.Wrong("an id of its own");
        }

        return policy.Measures.FirstOrDefault(measure => measure.Number == expected)
            ?? throw number.Wrong($"a measure from 1 to {policy.Measures.Count}");
    }

    private static string ReadQuote(YamlMap row, Measure measure)
    {
        YamlText quote = row.Text("quote");
        return measure.Text.Contains(quote.Value, StringComparison.Ordinal)
            ? quote.Value
            : throw quote.Wrong($"words that stand verbatim in measure {measure.Number}");
    }

    private static void CheckKeys(YamlMap row, ProvisionKind kind)
    {
        string[] needed = kind switch
        {
            ProvisionKind.Target => ["short", "compare", "binds", "ruling", "readings", "behind-up-to"],
            ProvisionKind.Tolerance => ["short", "compare", "binds", "ruling", "readings"],
            ProvisionKind.Cap => ["compare"],
            _ => [],
        };
        string[] refused = kind switch
        {
            ProvisionKind.Target => [],
            ProvisionKind.Tolerance => ["behind-up-to"],
            _ => ["short", "binds", "ruling", "readings", "behind-up-to"],
        };
        if (needed.FirstOrDefault(key => !row.Has(key)) is { } missing)
        {
            throw row.Wrong($"missing key '{missing}', which {kind} needs");
        }

        if (row.Keys.FirstOrDefault(key => refused.Contains(key.Value)) is { } extra)
        {
            throw extra.Wrong($"no such key in a provision of kind {kind}");
        }
    }

    private static List<string> ReadResponsible(YamlMap row, Measure measure)
    {
        List<string> responsible = [];
        foreach (YamlText office in row.Texts("responsible"))
        {
            if (!measure.Responsible.Contains(office.Value) || responsible.Contains(office.Value))
            {
                throw office.Wrong($"offices of measure {measure.Number}, each once: "
                    + string.Join(" | ", measure.Responsible));
            }

            responsible.Add(office.Value);
        }

        return responsible;
    }

    [GeneratedRegex(@"^M\d{2}\.[1-9]$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Id();
}
