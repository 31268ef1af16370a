using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Dashboards;

/// <summary>Reads the dashboards folder and refuses what names a page, panel, kind or target that does not exist.</summary>
public static class DashboardLoader
{
    private static readonly PageKind[] s_required = [PageKind.Overview, PageKind.Banks, PageKind.Bank, PageKind.Explorer];

    private static readonly Dictionary<string, PageKind> s_pages =
        Enum.GetValues<PageKind>().ToDictionary(page => page.ToString().ToLowerInvariant());

    /// <returns>The dashboards by id.</returns>
    /// <exception cref="DataFileException">A file is wrong; the message names file, line, value and form.</exception>
    public static IReadOnlyList<DashboardDefinition> Load(string directory, PolicyDocument policy)
    {
        Dictionary<string, Provision> targets = policy.Provisions
            .Where(provision => provision.IsJudged)
            .ToDictionary(provision => provision.Id);
        List<DashboardDefinition> read = [];
        foreach (string file in DataFile.In(directory))
        {
            DashboardDefinition dashboard = LoadFile(file, policy, targets);
            if (dashboard.Page != PageKind.Board
                && read.FirstOrDefault(each => Place(each) == Place(dashboard)) is { } other)
            {
                throw new DataFileException(file, 1, $"the page {Place(dashboard)} is made by {other.Id}.yaml already");
            }

            read.Add(dashboard);
        }

        return s_required.Select(page => page.ToString().ToLowerInvariant()).Concat(targets.Keys)
            .FirstOrDefault(place => read.All(each => Place(each) != place)) is { } missing
            ? throw new DataFileException(directory, 1, $"no file makes the page {missing}")
            : read;
    }

    /// <summary>What there is one page of: a target, or the kind of page.</summary>
    private static string Place(DashboardDefinition dashboard) =>
        dashboard.Target ?? dashboard.Page.ToString().ToLowerInvariant();

    private static DashboardDefinition LoadFile(
        string file, PolicyDocument policy, Dictionary<string, Provision> targets)
    {
        YamlMap root = StrictYaml.Read(file).Only("id", "page", "target", "title", "panels", "layout");
        YamlText id = root.Text("id");
        if ($"{id.Value}.yaml" != Path.GetFileName(file))
        {
            throw id.Wrong($"the name of the file, which ends with .yaml: {Path.GetFileName(file)}");
        }

        PageKind page = root.Text("page").OneOf(s_pages);
        YamlMap panels = root.Map("panels");
        return new DashboardDefinition(
            id.Value,
            page,
            page == PageKind.Target ? root.Text("target").OneOf(targets).Id : Without(root, "target"),
            root.Localized("title"),
            [.. panels.Keys.Select(key => PanelReader.Read(key, panels.Map(key.Value), page, policy, targets))],
            ReadLayout(root, panels));
    }

    private static string? Without(YamlMap root, string key) => root.Has(key)
        ? throw root.Text(key).Wrong("nothing: only a page of the kind target names one")
        : null;

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
