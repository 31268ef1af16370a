using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Reads tests.yaml.</summary>
internal static class TestRuleFile
{
    private static readonly string[] s_thresholds = ["provision", "at-least", "at-most", "plan"];

    private static readonly Dictionary<string, Unit> s_units = new()
    {
        ["points"] = Unit.Points,
        ["bp"] = Unit.BasisPoints,
        ["percent"] = Unit.Percent,
        ["count"] = Unit.Count,
        ["yuan"] = Unit.Yuan,
    };

    private static readonly Dictionary<string, bool> s_judged = new() { ["judged"] = true, ["shown"] = false };
    private static readonly Dictionary<string, bool> s_final = new() { ["monthly"] = true, ["year-end"] = false };
    private static readonly Dictionary<string, bool> s_own = new() { ["own"] = true };

    public static IReadOnlyList<TestRule> Load(string file, PolicyDocument policy)
    {
        List<TestRule> rules = [];
        Dictionary<string, BankTest> tests = BankTestCatalog.All.ToDictionary(test => test.Id);
        YamlMap root = StrictYaml.Read(file).Only("tests");
        foreach (YamlMap row in root.Maps("tests"))
        {
            YamlText id = row.Text("id");
            string name = id.OneOf(tests).Id;
            rules.Add(rules.Exists(rule => rule.Id == name)
                ? throw id.Wrong("a test that does not stand above")
                : Read(row, name, policy));
        }

        return tests.Keys.Except(rules.Select(rule => rule.Id)).FirstOrDefault() is { } missing
            ? throw root.Wrong($"tests: no entry for '{missing}'")
            : [.. BankTestCatalog.All.Select(test => rules.Single(rule => rule.Id == test.Id))];
    }

    private static TestRule Read(YamlMap row, string id, PolicyDocument policy)
    {
        row.Only("id", "name", "meaning", "unit", "differentiated", "exempt", "notice", "periods");
        YamlText unit = row.Text("unit");
        TestRule rule = new(
            id,
            row.Localized("name"),
            row.Localized("meaning"),
            unit.OneOf(s_units),
            row.Text("differentiated").OneOf(s_judged),
            row.Text("exempt").OneOf(s_judged),
            row.Localized("notice"),
            [.. row.Maps("periods").Select(period => ReadPeriod(period, policy))]);
        foreach ((TestPeriod period, int at) in rule.Periods.Select((period, at) => (period, at)))
        {
            Check(rule, period, at, unit, policy);
        }

        return rule;
    }

    private static void Check(TestRule rule, TestPeriod period, int at, YamlText unit, PolicyDocument policy)
    {
        if (period.Provision is { } id && policy.Provision(id).Unit != rule.Unit)
        {
            throw unit.Wrong($"the unit of {id}");
        }

        if (rule.Periods.Take(at).Any(other => Overlap(other, period)))
        {
            throw unit.Wrong($"periods that do not overlap; {period.From} lies in an earlier one of {rule.Id}");
        }
    }

    private static TestPeriod ReadPeriod(YamlMap row, PolicyDocument policy)
    {
        row.Only("from", "until", "provision", "at-least", "at-most", "plan", "judged", "behind-up-to", "clause");
        string[] given = [.. s_thresholds.Where(row.Has)];
        if (given.Length > 1)
        {
            throw row.Text(given[1]).Wrong($"nothing beside {given[0]}");
        }

        YearMonth from = row.Text("from").ToMonth();
        YamlText? until = row.OptionalText("until");
        YamlText? threshold = row.OptionalText("at-least") ?? row.OptionalText("at-most");
        bool isJudged = threshold is not null || row.Has("plan");
        return new TestPeriod(
            from,
            until is null || until.ToMonth() >= from ? until?.ToMonth() : throw until.Wrong("a month not before from"),
            row.OptionalText("provision") is { } provision ? Judged(provision, policy) : null,
            row.Has("at-most") ? Comparison.AtMost : isJudged ? Comparison.AtLeast : null,
            threshold?.ToDecimal(),
            row.OptionalText("plan")?.OneOf(s_own) ?? false,
            isJudged && row.Text("judged").OneOf(s_final),
            row.OptionalText("behind-up-to") is { } behind ? Positive(behind) : null,
            ReadClause(row.Map("clause"), policy));
    }

    private static Clause ReadClause(YamlMap row, PolicyDocument policy)
    {
        row.Only("document", "provision", "status", "source", "text");
        return new Clause(
            row.Text("document").Value,
            row.OptionalText("provision") is { } provision ? Judged(provision, policy) : null,
            row.Localized("text"),
            row.OptionalText("source") is { } source ? SupervisionText.Address(source) : null,
            row.Text("status").OneOf(SupervisionText.Verified));
    }

    private static string Judged(YamlText id, PolicyDocument policy) => id.OneOf(
        policy.Provisions.Where(each => each.IsJudged).ToDictionary(each => each.Id)).Id;

    private static decimal Positive(YamlText text) =>
        text.ToDecimal() is > 0m and var number ? number : throw text.Wrong("a number above 0");

    private static bool Overlap(TestPeriod one, TestPeriod other) =>
        (one.Until is not { } end || other.From <= end) && (other.Until is not { } last || one.From <= last);
}
