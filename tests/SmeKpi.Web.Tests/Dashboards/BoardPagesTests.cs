using System.Net;
using SmeKpi.Core.Access;
using SmeKpi.Core.Dashboards;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Dashboards;

/// <summary>Pages of one's own, the reference of panels, and what is said about a file that is wrong.</summary>
[Collection(AccessTests.Name)]
public sealed class BoardPagesTests(AccessSite site)
{
    [Fact]
    public async Task Board_AFileOfTheFolder_IsAPage()
    {
        (HttpStatusCode status, string page) = await GetAsync(Role.Leader, "/boards/credit-risk?month=2025-06");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("tile-M10.1", page, StringComparison.Ordinal);
        Assert.Contains("bank-table", page, StringComparison.Ordinal);
        Assert.Contains("/boards/credit-risk", (await GetAsync(Role.Leader, "/boards")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/boards/overview")]
    [InlineData("/boards/nothing")]
    [InlineData("/boards/..%2f..%2fetc")]
    public async Task Board_NoSuchBoard_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Role.Leader, address)).Status);

    [Fact]
    public async Task Panels_TheReference_NamesEveryKindInBothLanguages()
    {
        (HttpStatusCode status, string page) = await GetAsync(Role.Analyst, "/panels");

        Assert.Equal(HttpStatusCode.OK, status);
        foreach (PanelForm form in PanelCatalog.All)
        {
            Assert.Contains($"id=\"{form.Name}\"", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Kind_", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Takes_", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(Role.Department, "/panels")).Status);
    }

    private async Task<(HttpStatusCode Status, string Page)> GetAsync(Role role, string address)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role));
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
