using System.Text.RegularExpressions;
using SmeKpi.Core.Cases;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Scorecards;
using SmeKpi.Core.Supervision.Tests;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Supervision;

public sealed class SupervisionFilesTests : IDisposable
{
    private const string Demo = "demo-assessments.yaml";

    private static readonly string s_seed = Path.Combine(Repository.SeedData, "supervision");
    private static readonly string s_demo = Path.Combine(Repository.SeedData, "demo-assessments", "assessments.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("supervision").FullName;

    [Fact]
    public void SeedData_HoldsOneOfEachModeForTheDemonstrationOnlyAndMarksItSynthetic()
    {
        SupervisionRules rules = SupervisionRules.Load(s_seed, Repository.Policy);

        Assert.Empty(DecisionsOf(rules));
        List<Assessment> decisions = DecisionsOf(rules.WithDemo(s_demo));
        Assert.Equal(
            Enum.GetValues<AssessmentMode>(),
            decisions.Where(each => each.Year == 2025).Select(each => each.Mode).Distinct().Order());
        Assert.All(decisions, decision => Assert.True(decision.Synthetic));
        Assert.Equal(Regex.Count(File.ReadAllText(s_demo), "- { bank:"), decisions.Count);
        Assert.Equal(BankTestCatalog.All.Select(test => test.Id), rules.Tests.Select(test => test.Id));
        Assert.Equal("bank, year, item, points, entered-on, entered-by, source", Assert.Single(
            File.ReadLines(Path.Combine(s_seed, "scorecard-points.csv")), line => !line.StartsWith('#')));
        Assert.Equal(
            [("local-legal-persons", false), ("village-and-merged", true)],
            rules.Peers.Own.Select(group => (group.Id, group.Synthetic)));
    }

    [Fact]
    public void SeedData_Words_AreInBothLanguages() => Assert.All(
        SupervisionRules.Load(s_seed, Repository.Policy) is var rules
            ? rules.Tests.SelectMany(test => new[] { test.Name, test.Meaning, test.Notice }
                .Concat(test.Periods.Select(period => period.Clause.Text)))
                .Concat(rules.Warnings.SelectMany(warning => new[] { warning.Name, warning.Meaning }))
                .Concat(rules.Scorecard.Items.SelectMany(item => new[] { item.Part, item.Name }))
                .Append(rules.Scorecard.Title)
                .Concat(rules.Scorecard.Grades.Select(grade => grade.Name))
                .Concat(rules.Scorecard.Grades.Select(grade => grade.Consequence).OfType<LocalizedText>())
                .Concat(rules.Peers.Own.Select(group => group.Name))
                .Concat(rules.TaxRelief.Methods.Select(method => method.Text)).Append(rules.TaxRelief.Choice)
                .Concat(CaseCatalog.Load(s_seed, Repository.Policy).Subjects.SelectMany(subject => new[] { subject.Name, subject.Notice }))
            : [],
        text =>
        {
            Assert.Matches("[\u4E00-\u9FFF]", text.Zh);
            Assert.DoesNotMatch("[\u4E00-\u9FFF]|^$", text.En);
        });

    /// <summary>The chain from a test to the law, walked both ways: what binds each bank is tested, with the law's number.</summary>
    [Fact]
    public void Provisions_ThatBindEachBank_AreEachTested()
    {
        IReadOnlyList<TestRule> rules = SupervisionRules.Load(s_seed, Repository.Policy).Tests;

        Assert.All(Repository.Policy.Provisions.Where(provision => provision is { IsJudged: true, BindsEachBank: true }), provision =>
            Assert.Single(rules, rule => rule.PeriodOf(new YearMonth(2025, 6))?.Provision == provision.Id));
        Assert.All(
            new[] { (GrowthGapTest.Id, InclusiveGrowthGap.Id), (NplGapTest.Id, NplGap.Id), (RateChangeTest.Id, CorporateRateDrop.Id) },
            pair => Assert.Equal(
                pair.Item2, new City().Bank(Supervised.Own).Tested("2025-06").Test(pair.Item1).Value.Reading?.Id));
    }

    [Fact]
    public void Clauses_OfThePolicy_StandInItsTextWordForWord()
    {
        string policy = File.ReadAllText(Path.Combine(Repository.PolicyFolder, "text.zh-CN.md"));
        List<Clause> clauses =
        [
            .. SupervisionRules.Load(s_seed, Repository.Policy).Tests.SelectMany(test => test.Periods)
                .Select(period => period.Clause).Where(clause => clause is { Document: "盐政规发〔2025〕3号", IsVerified: true }),
        ];

        Assert.True(clauses.Count >= 2);
        Assert.All(clauses, clause => Assert.Contains(clause.Text.Zh, policy, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_PointsOfOneDayTwice_AreRefusedAndOfAnotherDayKept()
    {
        Copy("scorecard-points.csv", "source\n", "source\nD001, 2025, 1-rest, 3, 2025-12-31, me, visit\nD001, 2025, 1-rest, 5, 2026-01-31, me, visit\n");
        EnteredPoint? found = SupervisionRules.Load(_folder, Repository.Policy).Points.Find("D001", 2025, "1-rest", new DateOnly(2026, 1, 31));

        Assert.Equal(5m, found?.Points);
        Change("scorecard-points.csv", "2026-01-31", "2025-12-31");
        Assert.Contains(
            "found 'D001 2025 1-rest 2025-12-31' twice",
            Assert.Throws<DataFileException>(() => SupervisionRules.Load(_folder, Repository.Policy)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests.yaml", "id: growth-gap", "id: growth", "id: found 'growth', expected growth-gap | borrower-gap")]
    [InlineData("tests.yaml", "unit: bp", "unit: pct", "unit: found 'pct', expected points | bp")]
    [InlineData("tests.yaml", "until: 2024-12", "until: 2017-12", "periods.until: found '2017-12', expected a month not before from")]
    [InlineData("tests.yaml", "until: 2024-12", "until: 2025-01", "periods that do not overlap")]
    [InlineData("tests.yaml", "provision: M10.1", "provision: M99.9", "periods.provision: found 'M99.9', expected M01.1")]
    [InlineData("tests.yaml", "at-least: 95", "at-least: many", "periods.at-least: found 'many', expected a number")]
    [InlineData("tests.yaml", "provision: M10.1", "provision: M08.1", "expected the unit of M08.1")]
    [InlineData("assessments.yaml", "assessments: none", "assessments: some", "assessments: found 'some', expected none, or a list of decisions")]
    [InlineData(Demo, "synthetic: true", "synthetic: false", "synthetic: found 'false', expected true")]
    [InlineData(Demo, ", synthetic: true }", " }", "expected true, here and in each entry")]
    [InlineData(Demo, "mode: exempt", "mode: none", "assessments.mode: found 'none', expected normal | differentiated | exempt")]
    [InlineData(Demo, ", plan: { value: 12.00, unit: yi }", "", "expected a plan beside it")]
    [InlineData(Demo, "year: 2024, mode: differentiated, plan: { value: 1.50, unit: yi }, decided-on: 2024-03-01", "year: 2025, mode: differentiated, plan: { value: 1.50, unit: yi }, decided-on: 2025-02-28", "expected a bank that has no other entry for the year decided on the same day")]
    [InlineData("scorecard.yaml", "to: 8", "to: -9", "to: found '-9', expected more than from")]
    [InlineData("scorecard.yaml", "from: 75", "from: 95", "from: found '95', expected less than 90")]
    [InlineData("scorecard.yaml", "    points: { from: -4, to: 8 }\n", "", "computed: found 'growth-or-plan', expected points beside it")]
    [InlineData("scorecard.yaml", "growth-or-plan", "guess", "computed: found 'guess', expected growth-or-plan")]
    [InlineData("scorecard-points.csv", "source\n", "source\nD001, 2025, 9, 3, 2025-12-31, me, visit\n", "item: found '9', expected an item")]
    [InlineData("scorecard-points.csv", "source\n", "source\nD001, 2025, 1-rest, 31, 2025-12-31, me, visit\n", "points: found '31', expected a number from -4 to 30")]
    [InlineData("scorecard-points.csv", "source\n", "source\nD001, 2025, 1-rest, 3, soon, me, visit\n", "entered-on: found 'soon', expected a date")]
    [InlineData("scorecard-points.csv", "source\n", "source\nD001, 2025\n", "found 2 cells or an empty one, expected 7")]
    [InlineData("scorecard-points.csv", "bank, year, item", "bank, month, item", "expected the columns bank, year")]
    [InlineData("peer-groups.yaml", "warn-below: 10", "warn-below: 1", "warn-below: found '1', expected a number of banks from 2 to 1000")]
    [InlineData("peer-groups.yaml", "members: locally-incorporated", "members: some", "members: found 'some', expected locally-incorporated")]
    [InlineData("peer-groups.yaml", "D033, D034", "D033, D033", "found 'D033', expected each bank once")]
    [InlineData("peer-groups.yaml", "id: village-and-merged", "id: village", "expected a name that is no type of bank")]
    [InlineData("warnings.yaml", "id: late-twice", "id: late", "id: found 'late', expected npl-gap-near")]
    [InlineData("warnings.yaml", "limit: 0.5", "limit: -1", "limit: found '-1', expected a number from 0 to 100")]
    [InlineData("warnings.yaml", "limit: 3", "limit: 2.5", "limit: found '2.5', expected a whole number")]
    [InlineData("warnings.yaml", "limit: 2", "limit: 1.5", "limit: found '1.5', expected a whole number")]
    [InlineData("peer-groups.yaml", "synthetic: true", "synthetic: maybe", "synthetic: found 'maybe', expected true or false")]
    [InlineData("tax-relief.yaml", "from: 2023-08", "from: 2028-01", "until: found '2027-12', expected a month not before from")]
    [InlineData("tax-relief.yaml", "from: 2023-08\n", "", "missing key 'from'")]
    [InlineData("tax-relief.yaml", "ceiling: 150", "ceiling: 1.5", "ceiling: found '1.5', expected hundredths of the LPR")]
    [InlineData("tax-relief.yaml", "choice:", "choices:", "unknown key 'choices'")]
    public void Load_FileThatIsWrong_IsRefusedWithFileLineValueAndForm(string file, string good, string bad, string words)
    {
        Copy(file, good, bad);
        DataFileException error = Assert.Throws<DataFileException>(
            () => SupervisionRules.Load(_folder, Repository.Policy).WithDemo(Path.Combine(_folder, Demo)));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_folder, file), error.File);
        Assert.True(error.Line >= 1);
    }

    [Fact]
    public void Load_FileMissing_IsRefused() => Assert.Contains(
        "the file is missing",
        Assert.Throws<DataFileException>(() => SupervisionRules.Load(_folder, Repository.Policy)).Message,
        StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<Assessment> DecisionsOf(SupervisionRules rules) =>
    [
        .. from bank in Enumerable.Range(1, 40)
        from year in Enumerable.Range(2015, 20)
        let found = rules.Assessments.Find($"D{bank:000}", year, DateOnly.MaxValue)
        where found is not null
        select found,
    ];

    /// <summary>The files of the repository with one change.</summary>
    private void Copy(string file, string good, string bad)
    {
        foreach (string path in Directory.EnumerateFiles(s_seed))
        {
            File.Copy(path, Path.Combine(_folder, Path.GetFileName(path)));
        }

        File.Copy(s_demo, Path.Combine(_folder, Demo));
        Change(file, good, bad);
    }

    private void Change(string file, string good, string bad)
    {
        string copy = Path.Combine(_folder, file);
        string text = File.ReadAllText(copy);
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, good);
        File.WriteAllText(copy, text.Remove(at, good.Length).Insert(at, bad));
    }
}
