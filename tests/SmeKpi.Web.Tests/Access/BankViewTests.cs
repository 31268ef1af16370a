using System.Net;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Whoever is shown rows of banks leaves one trace for each request; without it there is no answer.</summary>
[Collection(AccessTests.Name)]
public sealed class BankViewTests(AccessSite site)
{
    [Theory]
    [InlineData(Role.Analyst, "/?month=2025-06", "banks of 320900", "2025-05..2025-06 /?month=2025-06")]
    [InlineData(Role.Analyst, "/targets/M10.1?month=2025-06&region=320902", "banks of 320902", "2025-05..2025-06 /targets/M10.1?month=2025-06&region=320902")]
    [InlineData(Role.BankReporter, "/targets/M10.1?month=2025-06", "D001", "2025-05..2025-06 /targets/M10.1?month=2025-06")]
    [InlineData(Role.Regulator, "/api/v1/kpis?month=2025-06&bank=D007", "D007", "2025-06 /api/v1/kpis?month=2025-06&bank=D007")]
    [InlineData(Role.Analyst, "/api/v1/banks/D007/tests?month=2025-06", "D007", "2025-06 /api/v1/banks/D007/tests?month=2025-06")]
    [InlineData(Role.Leader, "/banks?month=2025-06&failed=1", "banks of 320900", "2025-06 /banks?month=2025-06&failed=1")]
    [InlineData(Role.BankReporter, "/banks?month=2025-06", "D001", "2025-06 /banks?month=2025-06")]
    [InlineData(Role.Regulator, "/banks/D007?month=2025-06", "D007", "2025-06 /banks/D007?month=2025-06")]
    [InlineData(Role.Regulator, "/api/v1/banks/tests?month=2025-06", "banks of 320900", "2025-06 /api/v1/banks/tests?month=2025-06")]
    [InlineData(Role.Analyst, "/api/v1/kpis/M10.1/lineage?month=2025-06", "banks of 320900", "2025-06 /api/v1/kpis/M10.1/lineage?month=2025-06")]
    [InlineData(Role.Analyst, "/api/v1/observations?indicator=loans.all.npl&bank=D007&from=2025-06&to=2025-06", "D007", "2025-06 /api/v1/observations?indicator=loans.all.npl&bank=D007&from=2025-06&to=2025-06")]
    [InlineData(Role.Analyst, "/imports", "imports", "- /imports")]
    [InlineData(Role.Analyst, "/imports/2", "import 2", "- /imports/2")]
    public async Task BankRows_Shown_LeaveOneEntry(Role role, string address, string target, string detail)
    {
        long before = Last();

        Assert.Equal(HttpStatusCode.OK, await GetAsync(role, address));

        object?[] entry = Assert.Single(Since(before));
        Assert.Equal([$"test:{RoleNames.Of(role)}", RoleNames.Of(role), target, detail], entry);
    }

    [Theory]
    [InlineData(Role.Department, "/?month=2025-06")]
    [InlineData(Role.Department, "/targets/M10.1")]
    [InlineData(Role.Analyst, "/measures/1")]
    [InlineData(Role.Analyst, "/charts/M10.1.svg")]
    [InlineData(Role.Analyst, "/api/v1/kpis?month=2025-06")]
    [InlineData(Role.Analyst, "/api/v1/observations?indicator=lpr.1y")]
    [InlineData(Role.Analyst, "/rights")]
    public async Task NoBankRow_Shown_LeavesNothing(Role role, string address)
    {
        long before = Last();

        Assert.Equal(HttpStatusCode.OK, await GetAsync(role, address));

        Assert.Empty(Since(before));
    }

    [Fact]
    public async Task AuditThatCannotBeWritten_BankRows_AreNotShown()
    {
        site.Database.Execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync(Role.Analyst, "/targets/M10.1?month=2025-06"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync(Role.Analyst, "/api/v1/kpis?month=2025-06&bank=all"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync(Role.Department, "/imports"));
            Assert.Equal(HttpStatusCode.OK, await GetAsync(Role.Department, "/targets/M10.1?month=2025-06"));
        }
        finally
        {
            site.Database.Execute("DROP TRIGGER full");
        }
    }

    private async Task<HttpStatusCode> GetAsync(Role role, string address)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role));
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode != HttpStatusCode.ServiceUnavailable || !body.Contains("D00", StringComparison.Ordinal));
        return answer.StatusCode;
    }

    private long Last() => (long)site.Database.Rows("SELECT coalesce(max(number), 0) FROM audit")[0][0]!;

    private IReadOnlyList<object?[]> Since(long number) => site.Database.Rows(
        $"SELECT actor, role, target, detail FROM audit WHERE number > {number} AND action = 'bank-view'");
}
