using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Supervision.Peers;

/// <summary>Reads peer-groups.yaml.</summary>
internal static class PeerGroupFile
{
    private const string LocallyIncorporated = "locally-incorporated";

    public static PeerGroups Load(string file)
    {
        YamlMap root = StrictYaml.Read(file).Only("warn-below", "groups");
        YamlText warn = root.Text("warn-below");
        HashSet<string> ids = [.. Enum.GetValues<BankType>().Select(PeerGroups.TypeId)];
        return new PeerGroups(
            warn.ToInteger() is >= 2 and <= 1000 and var number ? number : throw warn.Wrong("a number of banks from 2 to 1000"),
            [.. root.Maps("groups").Select(row => Read(row, ids))]);
    }

    private static OwnGroup Read(YamlMap row, HashSet<string> ids)
    {
        row.Only("id", "name", "decided-on", "decided-by", "synthetic", "members");
        YamlText id = row.Text("id");
        return new OwnGroup(
            ids.Add(id.Value) ? id.Value : throw id.Wrong("a name that is no type of bank and does not stand above"),
            row.Localized("name"),
            row.Text("decided-on").ToDate(),
            row.Text("decided-by").Value,
            Members(row),
            row.OptionalText("synthetic")?.ToBoolean() ?? false);
    }

    private static List<string>? Members(YamlMap row)
    {
        if (row.IsText("members"))
        {
            YamlText word = row.Text("members");
            return word.Value == LocallyIncorporated ? null : throw word.Wrong($"{LocallyIncorporated}, or a list of codes of banks");
        }

        List<string> codes = [];
        foreach (YamlText code in row.Texts("members"))
        {
            codes.Add(codes.Contains(code.Value) ? throw code.Wrong("each bank once") : code.Value);
        }

        return codes;
    }
}
