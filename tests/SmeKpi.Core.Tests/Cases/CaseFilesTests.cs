using SmeKpi.Core.Access;
using SmeKpi.Core.Cases;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Cases;

/// <summary>Subjects and made-up cases are loaded strictly; every made-up case does only what a case may do.</summary>
public sealed class CaseFilesTests
{
    private static readonly MasterData s_master = new(
        [.. new[] { "D001", "D013", "D021" }.Select(code => new Bank(
            code, new(code, code), BankType.City, LocallyIncorporated: false, null, null, null, []))],
        [new("320900", new("市", "City"), null, RegionKind.City)]);

    private static string Demo => Path.Combine(Repository.SeedData, "demo-cases", "cases.yaml");

    [Fact]
    public void Catalog_OfTheRepository_KnowsTheTestsOfSupervision()
    {
        Assert.Superset(
            new HashSet<string> { "growth-gap", "borrower-gap", "npl-gap", "rate-change", "filing-discipline", "data-quality" },
            CaseSamples.Catalog.Subjects.Where(subject => subject.Kind == CaseKind.Test).Select(subject => subject.Id).ToHashSet());
        Assert.Single(CaseSamples.Catalog.Subjects, subject => subject.IsFree);
        Assert.All(CaseSamples.Catalog.Subjects, subject => Assert.Contains("{month}", subject.Notice.En, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reply-days: 10", "reply-days: 0", "expected a whole number from 1 to 60")]
    [InlineData("kind: filing", "kind: late", "found 'late', expected test | filing | free")]
    [InlineData("[M10.1]", "[M02.1]", "found 'M02.1', expected a judged target")]
    [InlineData("id: borrower-gap", "id: growth-gap", "found 'growth-gap', expected an id that does not stand above")]
    [InlineData("soon-days: 2", "soon-days: 2\nlate: 3", "unknown key 'late'")]
    public void Catalog_AWrongFile_NamesLineValueAndForm(string right, string wrong, string complaint) => Assert.Contains(
        complaint,
        Wrong(Path.Combine(Repository.SeedData, "supervision", CaseCatalog.FileName), right, wrong, CaseCatalog.FileName,
            path => CaseCatalog.Load(Path.GetDirectoryName(path)!, Repository.Policy)),
        StringComparison.Ordinal);

    [Fact]
    public void Demo_OfTheRepository_HoldsAClosedAnOverdueAndAnAnsweredCase()
    {
        IReadOnlyList<DemoCase> cases = DemoCases.Load(Demo, CaseSamples.Catalog, Repository.Policy, s_master);

        Assert.Equal(
            [CaseAct.Close, CaseAct.SendBack, CaseAct.Reply], cases.Select(each => each.Steps[^1].Move.Act));
        Assert.Contains(cases.SelectMany(each => each.Steps), step => step.Move.Evidence is not null);
        Assert.All(cases, each => Assert.EndsWith("（虚构）", each.Made.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("synthetic: true", "synthetic: false", "these cases are made up")]
    [InlineData("bank: D013", "bank: D999", "found 'D999', expected the code of a bank")]
    [InlineData("subject: npl-gap", "subject: npl", "found 'npl', expected a subject of supervision/cases.yaml")]
    [InlineData("finding: resolved", "finding: solved", "expected resolved | measures-agreed | not-resolved")]
    [InlineData("known-since: 2025-08-01T10:00:00+08:00", "known-since: yesterday", "expected a moment")]
    public void Demo_AWrongFile_NamesLineValueAndForm(string right, string wrong, string complaint) => Assert.Contains(
        complaint,
        Wrong(Demo, right, wrong, "cases.yaml", path => DemoCases.Load(path, CaseSamples.Catalog, Repository.Policy, s_master)),
        StringComparison.Ordinal);

    [Fact]
    public void Demo_EveryStep_IsOneThatACaseMayTake()
    {
        foreach (DemoCase made in DemoCases.Load(Demo, CaseSamples.Catalog, Repository.Policy, s_master))
        {
            Assert.Null(CaseContent.Open(made.Made, CaseSamples.Catalog.Find(made.Made.Subject), made.OpenedOn));
            SupervisoryCase found = CaseSamples.Opened() with { Bank = made.Made.Bank };
            foreach (DemoCaseStep step in made.Steps)
            {
                Viewer person = CaseSamples.Person(DemoCaseStep.RoleOf(step.Move.Act), made.Made.Bank);
                Assert.Null(CaseSamples.Rules.WhyNot(person, step.Move.Act, found, step.On) ?? CaseContent.Move(step.Move, found, step.On));
                found = found.Do(step.Move);
            }
        }
    }

    private static string Wrong(string file, string right, string wrong, string name, Action<string> load)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("smekpi-cases-");
        string text = File.ReadAllText(file);
        Assert.Contains(right, text, StringComparison.Ordinal);
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        try
        {
            return Assert.Throws<DataFileException>(() => load(path)).Message;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
