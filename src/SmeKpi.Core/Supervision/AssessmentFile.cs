using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Reads assessments.yaml.</summary>
internal static class AssessmentFile
{
    private static readonly Dictionary<string, AssessmentMode> s_modes = new()
    {
        ["normal"] = AssessmentMode.Normal,
        ["differentiated"] = AssessmentMode.Differentiated,
        ["exempt"] = AssessmentMode.Exempt,
    };

    public static AssessmentBook Load(string file)
    {
        List<Assessment> decisions = [];
        foreach (YamlMap row in StrictYaml.Read(file).Only("assessments").Maps("assessments"))
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
