using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>Reads warnings.yaml.</summary>
internal static class WarningFile
{
    public static IReadOnlyList<WarningRule> Load(string file)
    {
        List<WarningRule> rules = [];
        Dictionary<string, WarningKind> kinds = WarningCatalog.All.ToDictionary(kind => kind.Id);
        foreach (YamlMap row in StrictYaml.Read(file).Only("warnings").Maps("warnings"))
        {
            row.Only("id", "name", "meaning", "from", "until", "limit");
            YamlText id = row.Text("id");
            YamlText limit = row.Text("limit");
            YearMonth from = row.Text("from").ToMonth();
            YamlText? until = row.OptionalText("until");
            WarningKind kind = id.OneOf(kinds);
            rules.Add(rules.Exists(rule => rule.Id == kind.Id) ? throw id.Wrong("a warning that does not stand above") : new WarningRule(
                kind.Id,
                row.Localized("name"),
                row.Localized("meaning"),
                from,
                until is null || until.ToMonth() >= from ? until?.ToMonth() : throw until.Wrong("a month not before from"),
                ReadLimit(limit, kind)));
        }

        return rules;
    }

    private static decimal ReadLimit(YamlText limit, WarningKind kind)
    {
        decimal number = limit.ToDecimal();
        return number is < 0m or > 100m ? throw limit.Wrong("a number from 0 to 100")
            : kind.IsCounted && !decimal.IsInteger(number) ? throw limit.Wrong("a whole number: months or returns are counted")
            : number;
    }
}
