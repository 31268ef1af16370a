using System.Text.RegularExpressions;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>Reads indicators*.yaml: scopes and series.</summary>
internal static partial class IndicatorFile
{
    private static readonly Dictionary<string, Unit> s_units = new()
    {
        ["yuan"] = Unit.Yuan,
        ["count"] = Unit.Count,
        ["percent"] = Unit.Percent,
    };

    private static readonly Dictionary<string, ValueType> s_valueTypes = new()
    {
        ["stock"] = ValueType.Stock,
        ["month-flow"] = ValueType.MonthFlow,
        ["year-to-date"] = ValueType.YearToDateFlow,
        ["rate"] = ValueType.Rate,
    };

    private static readonly Dictionary<string, Frequency> s_frequencies = new()
    {
        ["monthly"] = Frequency.Monthly,
        ["quarterly"] = Frequency.Quarterly,
        ["yearly"] = Frequency.Yearly,
    };

    public static IndicatorCatalog Load(IEnumerable<string> files)
    {
        YamlMap[] roots = [.. files.Select(file => StrictYaml.Read(file).Only("scopes", "indicators"))];
        Dictionary<string, StatisticalScope> scopes = [];
        foreach (YamlMap row in roots.Where(root => root.Has("scopes")).SelectMany(root => root.Maps("scopes")))
        {
            Add(scopes, row.Text("code"), ReadScope(row, scopes));
        }

        Dictionary<string, Indicator> indicators = [];
        foreach (YamlMap row in roots.SelectMany(root => root.Maps("indicators")))
        {
            Add(indicators, row.Text("code"), ReadIndicator(row, scopes));
        }

        return new IndicatorCatalog([.. scopes.Values], [.. indicators.Values]);
    }

    private static StatisticalScope ReadScope(YamlMap row, Dictionary<string, StatisticalScope> earlier)
    {
        row.Only("code", "name", "definition", "valid-from", "valid-to", "replaces", "source");
        YamlText? replaces = row.OptionalText("replaces");
        if (replaces is not null && !earlier.ContainsKey(replaces.Value))
        {
            throw replaces.Wrong("the code of a scope that stands above");
        }

        return new StatisticalScope(
            row.Text("code").Value,
            row.Localized("name"),
            row.Localized("definition"),
            row.OptionalText("valid-from")?.ToMonth(),
            replaces?.Value)
        {
            ValidTo = row.OptionalText("valid-to")?.ToMonth(),
            Source = row.Has("source") ? row.Localized("source") : null,
        };
    }

    private static Indicator ReadIndicator(YamlMap row, Dictionary<string, StatisticalScope> scopes)
    {
        row.Only("code", "name", "unit", "value-type", "scopes", "may-be-negative", "frequency", "publisher");
        YamlText code = row.Text("code");
        if (!Code().IsMatch(code.Value))
        {
            throw code.Wrong("small letters, digits, _ and dots, as in loans.all.balance");
        }

        return new Indicator(
            code.Value,
            row.Localized("name"),
            row.Text("unit").OneOf(s_units),
            row.Text("value-type").OneOf(s_valueTypes),
            ReadScopeCodes(row, scopes),
            row.Text("may-be-negative").ToBoolean())
        {
            Frequency = row.Text("frequency").OneOf(s_frequencies),
            Publisher = row.Text("publisher").Value,
        };
    }

    private static List<string> ReadScopeCodes(YamlMap row, Dictionary<string, StatisticalScope> scopes)
    {
        List<string> codes = [];
        foreach (YamlText scope in row.Texts("scopes"))
        {
            if (codes.Contains(scope.Value))
            {
                throw scope.Wrong("each scope once");
            }

            codes.Add(scope.OneOf(scopes).Code);
        }

        return codes;
    }

    private static void Add<T>(Dictionary<string, T> all, YamlText code, T item)
    {
        if (!all.TryAdd(code.Value, item))
        {
            throw code.Wrong("a code that does not stand above");
        }
    }

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
