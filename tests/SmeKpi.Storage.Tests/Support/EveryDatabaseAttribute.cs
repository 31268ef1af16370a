using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>Runs a theory on every provider; one whose server is not configured shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<Provider>(Provider.Sqlite),
        new TheoryDataRow<Provider>(Provider.SqlServer)
        {
            Skip = TestDatabase.SqlServer is null ? $"{TestDatabase.SqlServerVariable} is not set." : null,
        },
    ]);
}
