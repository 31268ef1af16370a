using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Dashboards;

/// <summary>Reads the dashboards folder and refuses what names a panel, kind or target that does not exist.</summary>
public static class DashboardLoader
{
    /// <returns>The dashboards by id.</returns>
    /// <exception cref="DataFileException">A file is wrong; the message names file, line, value and form.</exception>
    public static IReadOnlyList<DashboardDefinition> Load(string directory, PolicyDocument policy)
    {
        Dictionary<string, Provision> targets = policy.Provisions
            .Where(provision => provision.IsJudged)
            .ToDictionary(provision => provision.Id);
        return [.. DataFile.In(directory).Select(file => LoadFile(file, policy, targets))];
    }

    private static DashboardDefinition LoadFile(
        string file, PolicyDocument policy, Dictionary<string, Provision> targets)
    {
        YamlMap root = StrictYaml.Read(file).Only("id", "target", "title", "panels", "layout");
        YamlText id = root.Text("id");
        if ($"{id.Value}.yaml" != Path.GetFileName(file))
        {
            throw id.Wrong($"the name of the file, which ends with .yaml: {Path.GetFileName(file)}");
        }

        YamlMap panels = root.Map("panels");
        return new DashboardDefinition(
            id.Value,
            root.OptionalText("target")?.OneOf(targets).Id,
            root.Localized("title"),
            [.. panels.Keys.Select(key => PanelReader.Read(key, panels.Map(key.Value), policy, targets))],
            ReadLayout(root, panels));
    }

    private static List<IReadOnlyList<string>> ReadLayout(YamlMap root, YamlMap panels)
    {
        List<IReadOnlyList<string>> rows = [];
        HashSet<string> placed = [];
        foreach (IReadOnlyList<YamlText> row in root.TextRows("layout"))
        {
            foreach (YamlText panel in row)
            {
                if (!panels.Has(panel.Value) || !placed.Add(panel.Value))
                {
                    throw panel.Wrong($"each panel once: {string.Join(" | ", panels.Keys)}");
                }
            }

            rows.Add([.. row.Select(panel => panel.Value)]);
        }

        return panels.Keys.FirstOrDefault(panel => !placed.Contains(panel.Value)) is { } forgotten
            ? throw forgotten.Wrong("a panel that stands in the layout")
            : rows;
    }
}
