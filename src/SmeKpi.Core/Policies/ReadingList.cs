using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Policies;

/// <summary>Reads the readings of a judged provision and the decision which of them rules.</summary>
internal static class ReadingList
{
    private static readonly Dictionary<string, string> s_names = ReadingNames.All.ToDictionary(name => name);

    /// <returns>The readings, the ruling one first.</returns>
    public static IReadOnlyList<ReadingDefinition> Read(YamlMap row, RulingDecision ruling, IndicatorCatalog indicators)
    {
        List<ReadingDefinition> readings = [];
        foreach (YamlMap item in row.Maps("readings"))
        {
            item.Only("name", "indicator", "scope", "title", "explanation");
            YamlText name = item.Text("name");
            if (readings.Any(reading => reading.Name == name.OneOf(s_names)))
            {
                throw name.Wrong("each reading once");
            }

            if (readings.Count == 0 && name.Value != ruling.Reading)
            {
                throw name.Wrong($"'{ruling.Reading}': the reading that rules stands first");
            }

            readings.Add(new ReadingDefinition(
                name.Value,
                IsRuling: readings.Count == 0,
                item.Localized("title"),
                item.Localized("explanation"),
                ReadIndicator(item, indicators),
                item.Text("scope").Value));
        }

        return readings;
    }

    public static RulingDecision ReadRuling(YamlMap row, IReadOnlyDictionary<string, Department> departments)
    {
        YamlMap block = row.Map("ruling").Only("reading", "decided-on", "decided-by", "pending-confirmation-by");
        return new RulingDecision(
            block.Text("reading").OneOf(s_names),
            block.Text("decided-on").ToDate(),
            block.Localized("decided-by"),
            block.OptionalText("pending-confirmation-by")?.OneOf(departments).Id);
    }

    private static string ReadIndicator(YamlMap item, IndicatorCatalog indicators)
    {
        YamlText code = item.Text("indicator");
        YamlText scope = item.Text("scope");
        Indicator indicator = indicators.Find(code.Value) ?? throw code.Wrong("a code of indicators.yaml");
        return indicators.Allows(code.Value, scope.Value)
            ? indicator.Code
            : throw scope.Wrong($"a scope of {code.Value}: {string.Join(" | ", indicator.Scopes)}");
    }
}
