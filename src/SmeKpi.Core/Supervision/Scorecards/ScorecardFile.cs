using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>Reads scorecard.yaml.</summary>
internal static class ScorecardFile
{
    private static readonly Dictionary<string, bool> s_computed = new() { [GrowthOrPlan.Name] = true };

    public static ScorecardDefinition Load(string file)
    {
        YamlMap root = StrictYaml.Read(file).Only("title", "source", "items", "grades");
        YamlMap source = root.Map("source").Only("document", "address", "checked-on");
        _ = source.Text("checked-on").ToDate();
        return new ScorecardDefinition(
            root.Localized("title"),
            source.Text("document").Value,
            SupervisionText.Address(source.Text("address")),
            ReadItems(root),
            ReadGrades(root));
    }

    private static List<ScoreItem> ReadItems(YamlMap root)
    {
        List<ScoreItem> items = [];
        foreach (YamlMap row in root.Maps("items"))
        {
            row.Only("id", "part", "name", "points", "computed");
            YamlText id = row.Text("id");
            YamlText? computed = row.OptionalText("computed");
            bool isComputed = computed?.OneOf(s_computed) ?? false;
            ScoreItem item = new(
                id.Value,
                row.Localized("part"),
                row.Localized("name"),
                row.Has("points") ? ReadRange(row.Map("points"))
                    : isComputed ? throw computed!.Wrong("points beside it: from where to where the calculation goes")
                    : null,
                isComputed);
            items.Add(items.Exists(other => other.Id == item.Id || (isComputed && other.IsComputed))
                ? throw id.Wrong("an item that does not stand above; only one is computed")
                : item);
        }

        return items;
    }

    private static (decimal From, decimal To) ReadRange(YamlMap row)
    {
        row.Only("from", "to");
        decimal from = row.Text("from").ToDecimal();
        YamlText to = row.Text("to");
        return to.ToDecimal() > from ? (from, to.ToDecimal()) : throw to.Wrong($"more than from, {from}");
    }

    private static List<ScoreGrade> ReadGrades(YamlMap root)
    {
        List<ScoreGrade> grades = [];
        foreach (YamlMap row in root.Maps("grades"))
        {
            YamlText from = row.Only("from", "name", "consequence").Text("from");
            grades.Add(grades is [.., var better] && from.ToDecimal() >= better.From
                ? throw from.Wrong($"less than {better.From}, the grade above")
                : new ScoreGrade(
                    from.ToDecimal(), row.Localized("name"), row.Has("consequence") ? row.Localized("consequence") : null));
        }

        return grades;
    }
}
