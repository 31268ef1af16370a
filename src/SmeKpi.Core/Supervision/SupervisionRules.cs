using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Core.Supervision.Scorecards;
using SmeKpi.Core.Supervision.Warnings;

namespace SmeKpi.Core.Supervision;

/// <summary>How banks are supervised: everything in the supervision folder of the seed data.</summary>
public sealed record SupervisionRules(
    IReadOnlyList<TestRule> Tests,
    AssessmentBook Assessments,
    ScorecardDefinition Scorecard,
    EnteredPoints Points,
    PeerGroups Peers,
    IReadOnlyList<WarningRule> Warnings,
    TaxReliefRule TaxRelief)
{
    /// <exception cref="KeyNotFoundException">There is no such test.</exception>
    public TestRule Test(string id) => Tests.FirstOrDefault(rule => rule.Id == id)
        ?? throw new KeyNotFoundException($"There is no test {id}.");

    /// <summary>The same in a demonstration: with made-up decisions on its banks besides the office's own.</summary>
    /// <exception cref="DataFileException">The file is missing or wrong, or an entry is not marked as made up.</exception>
    public SupervisionRules WithDemo(string file) => this with
    {
        Assessments = new AssessmentBook([.. Assessments.Decisions, .. AssessmentFile.LoadDemo(file).Decisions]),
    };

    /// <exception cref="DataFileException">A file is missing or wrong; the message names file, line, value and form.</exception>
    public static SupervisionRules Load(string directory, PolicyDocument policy)
    {
        ScorecardDefinition scorecard = ScorecardFile.Load(Path.Combine(directory, "scorecard.yaml"));
        return new SupervisionRules(
            TestRuleFile.Load(Path.Combine(directory, "tests.yaml"), policy),
            AssessmentFile.Load(Path.Combine(directory, "assessments.yaml")),
            scorecard,
            EnteredPoints.Load(Path.Combine(directory, "scorecard-points.csv"), scorecard),
            PeerGroupFile.Load(Path.Combine(directory, "peer-groups.yaml")),
            WarningFile.Load(Path.Combine(directory, "warnings.yaml")),
            TaxReliefRule.Load(Path.Combine(directory, "tax-relief.yaml")));
    }
}
