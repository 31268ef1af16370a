using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Reads assessments.yaml, the office's own and that of the demonstration.</summary>
internal static class AssessmentFile
{
    private const string None = "none";

    private static readonly Dictionary<string, AssessmentMode> s_modes = new()
    {
        ["normal"] = AssessmentMode.Normal,
        ["differentiated"] = AssessmentMode.Differentiated,
        ["exempt"] = AssessmentMode.Exempt,
    };

    /// <summary>The decisions of the office.</summary>
    public static AssessmentBook Load(string file)
    {
        YamlMap root = StrictYaml.Read(file).Only("assessments");
        return !root.IsText("assessments") ? Read(root.Maps("assessments"))
            : root.Text("assessments") is { Value: None } ? new AssessmentBook([])
            : throw root.Text("assessments").Wrong($"{None}, or a list of decisions");
    }

    /// <summary>The decisions of a demonstration, each of them made up.</summary>
    public static AssessmentBook LoadDemo(string file)
    {
        YamlMap root = StrictYaml.Read(file).Only("synthetic", "assessments");
        YamlText synthetic = root.Text("synthetic");
        AssessmentBook book = Read(root.Maps("assessments"));
        return synthetic.ToBoolean() && book.Decisions.All(decision => decision.Synthetic)
            ? book
            : throw synthetic.Wrong("true, here and in each entry: these decisions are made up");
    }

    private static AssessmentBook Read(IReadOnlyList<YamlMap> rows)
    {
        List<Assessment> decisions = [];
        foreach (YamlMap row in rows)
        {
            Assessment decision = Read(row);
            decisions.Add(decisions.Exists(other =>
                (other.Bank, other.Year, other.DecidedOn) == (decision.Bank, decision.Year, decision.DecidedOn))
                ? throw row.Text("bank").Wrong("a bank that has no other entry for the year decided on the same day")
                : decision);
        }

        return new AssessmentBook(decisions);
    }

    private static Assessment Read(YamlMap row)
    {
        row.Only("bank", "year", "mode", "plan", "goal", "decided-on", "decided-by", "source", "synthetic");
        YamlText mode = row.Text("mode");
        YamlText year = row.Text("year");
        Assessment decision = new(
            row.Text("bank").Value,
            year.ToInteger() is >= 2015 and <= 2100 and var number ? number : throw year.Wrong("a year from 2015 to 2100"),
            mode.OneOf(s_modes),
            row.Has("plan") ? SupervisionText.Amount(row.Map("plan")) : null,
            row.OptionalText("goal") is { } goal ? Percentage.FromPercent(goal.ToDecimal()) : null,
            row.Text("decided-on").ToDate(),
            row.Text("decided-by").Value,
            row.Text("source").Value,
            row.OptionalText("synthetic")?.ToBoolean() ?? false);
        return decision is { Mode: AssessmentMode.Differentiated, Plan: null }
            ? throw mode.Wrong("a plan beside it: a differentiated bank is held against its own credit plan")
            : decision;
    }
}
