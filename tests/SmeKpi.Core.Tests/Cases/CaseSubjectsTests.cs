using SmeKpi.Core.Cases;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Cases;

/// <summary>What a bank can fail, a case can be about.</summary>
public sealed class CaseSubjectsTests
{
    [Fact]
    public void Load_EveryTestOfBanks_IsASubject()
    {
        string folder = Path.Combine(Repository.SeedData, "supervision");
        CaseCatalog cases = CaseCatalog.Load(folder, Repository.Policy);

        Assert.All(
            SupervisionRules.Load(folder, Repository.Policy).Tests,
            rule => Assert.Equal(CaseKind.Test, cases.Find(rule.Id)?.Kind));
    }
}
