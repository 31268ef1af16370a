using System.Net;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Who sees which bank on the pages of supervision, and what of it.</summary>
[Collection(AccessTests.Name)]
public sealed partial class SupervisionRowsTests(AccessSite site)
{
    [Fact]
    public async Task Banks_Leader_SeesEveryBankButNoFigureBehindATest()
    {
        (_, string list) = await GetAsync(AccessSite.Viewer(Role.Leader), "/banks?month=2025-12");
        (_, string bank) = await GetAsync(AccessSite.Viewer(Role.Leader), "/banks/D027?month=2025-12");
        (_, string tests) = await GetAsync(AccessSite.Viewer(Role.Leader), "/api/v1/banks/D027/tests?month=2025-12");

        Assert.Equal(38, Codes(list).Count);
        Assert.DoesNotContain("loans.inclusive_mse.npl", bank, StringComparison.Ordinal);
        Assert.DoesNotContain("/cases/new", bank, StringComparison.Ordinal);
        Assert.DoesNotContain("/filings?bank=", bank, StringComparison.Ordinal);
        Assert.DoesNotContain("loans.inclusive_mse", tests, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Banks_BankReporter_SeesItselfAndMaskedPeers()
    {
        Viewer reporter = AccessSite.Viewer(Role.BankReporter);
        (HttpStatusCode status, string list) = await GetAsync(reporter, "/banks?month=2025-12");
        (_, string own) = await GetAsync(reporter, "/banks/D001?month=2025-12");
        (HttpStatusCode foreign, _) = await GetAsync(reporter, "/banks/D002?month=2025-12");
        (_, string tests) = await GetAsync(reporter, "/api/v1/banks/tests?month=2025-12");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["D001"], Codes(list));
        Assert.Equal(["D001"], Codes(own));
        // Three policy banks are too few to say anything of them.
        Assert.Contains("不足五家", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign);
        Assert.Equal(["D001"], Codes(tests));
        Assert.DoesNotContain("/cases/new", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Banks_RegulatorOfACounty_SeesNoRowOfTheCity()
    {
        Viewer regulator = AccessSite.Viewer(Role.Regulator, confirmed: true, "320902");
        (HttpStatusCode status, string city) = await GetAsync(regulator, "/banks?month=2025-12");
        (_, string county) = await GetAsync(regulator, "/banks?month=2025-12&region=320902");
        (HttpStatusCode bank, _) = await GetAsync(regulator, "/banks/D027?month=2025-12");
        (HttpStatusCode other, _) = await GetAsync(regulator, "/banks/D004?month=2025-12&region=320903");
        (_, string tests) = await GetAsync(regulator, "/api/v1/banks/tests?month=2025-12");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(Codes(city));
        Assert.NotEmpty(Codes(county));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (bank, other));
        Assert.Equal("[]", tests);
    }

    [Fact]
    public async Task Bank_Regulator_GetsNoticeClauseAndCaseOfAFailedTest()
    {
        (_, string bank) = await GetAsync(AccessSite.Viewer(Role.Regulator), "/banks/D027?month=2025-12");

        Assert.Contains("/cases/new?bank=D027&test=npl-gap&month=2025-12", bank, StringComparison.Ordinal);
        Assert.Contains("盐政规发〔2025〕3号", bank, StringComparison.Ordinal);
        Assert.Contains("超过容忍度", bank, StringComparison.Ordinal);
        Assert.Contains("/lineage/M10.1?month=2025-12&region=320900&bank=D027", bank, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/banks?month=June", HttpStatusCode.OK)]
    [InlineData("/banks?month=1900-01&sort=none&group=none&failed=yes", HttpStatusCode.OK)]
    [InlineData("/banks?asOf=1999-01-01", HttpStatusCode.OK)]
    [InlineData("/banks/D004?asOf=1999-01-01", HttpStatusCode.OK)]
    [InlineData("/banks/D033?month=2025-06", HttpStatusCode.OK)]
    [InlineData("/banks/D999", HttpStatusCode.NotFound)]
    public async Task Address_OutOfTheWay_IsNoFailure(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await GetAsync(AccessSite.Viewer(Role.Regulator), address)).Status);

    /// <summary>A correction of June 2025 arrived later: the moment before it still shows the first figures.</summary>
    [Fact]
    public async Task Tests_MomentBeforeACorrection_RestOnTheFirstFigures()
    {
        Viewer analyst = AccessSite.Viewer(Role.Analyst);
        (_, string then) = await GetAsync(analyst, "/api/v1/banks/D021/tests?month=2025-06&asOf=2025-07-20");
        (_, string now) = await GetAsync(analyst, "/api/v1/banks/D021/tests?month=2025-06");

        Assert.NotEqual(Gap().Match(then).Value, Gap().Match(now).Value);
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(Viewer viewer, string address)
    {
        using HttpClient client = site.Client(viewer);
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(body));
    }

    private static IReadOnlyList<string> Codes(string body) =>
        [.. Code().Matches(body).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\bD0\d\d\b")]
    private static partial Regex Code();

    [GeneratedRegex("\"id\":\"npl-gap\".*?\"value\":\"[^\"]*\"")]
    private static partial Regex Gap();
}
