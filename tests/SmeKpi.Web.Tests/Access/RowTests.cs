using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>A bank sees the city and itself; a department no bank; a county's account its county.</summary>
public sealed partial class RowTests(AccessSite site) : IClassFixture<AccessSite>
{
    private static readonly string?[] s_seen = ["320902", "320971", "320900"];

    private const int Changed = 1_000;

    private static readonly Viewer s_bank = AccessSite.Viewer(Role.BankReporter);
    private static readonly Viewer s_department = AccessSite.Viewer(Role.Department);
    private static readonly Viewer s_county = AccessSite.Viewer(Role.Regulator, confirmed: true, "320902");

    [Theory]
    [InlineData(Role.BankReporter, 1)]
    [InlineData(Role.BankSigner, 2)]
    public async Task Bank_ThousandChangedIds_GetsNothingOfAnotherBank(Role role, int seed)
    {
        ForeignRows foreign = new(site.Database, "D001");
        RandomAddresses addresses = new(seed, [.. foreign.Codes, "D001"], (int)site.Database.Count("imports"));
        using HttpClient client = site.Client(AccessSite.Viewer(role));
        List<string> leaks = [];
        int answered = 0;
        for (int i = 0; i < Changed; i++)
        {
            string address = addresses.Next();
            (HttpStatusCode status, string body) = await GetAsync(client, address);
            answered += status == HttpStatusCode.OK ? 1 : 0;
            leaks.AddRange(foreign.In(address, body).Select(found => $"{address}: {found}"));
            if ((int)status >= 500)
            {
                leaks.Add($"{address}: {status}");
            }
        }

        Assert.Empty(leaks);
        Assert.True(answered > Changed / 4, $"only {answered} of {Changed} were answered");
    }

    [Fact]
    public async Task ForeignRows_InAnAnalystsAnswer_AreFound()
    {
        ForeignRows foreign = new(site.Database, "D001");
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Analyst));

        (_, string page) = await GetAsync(client, "/targets/M10.1?month=2025-06");
        (_, string list) = await GetAsync(client, "/api/v1/kpis?month=2025-06&bank=all");

        Assert.NotEmpty(foreign.In("/targets/M10.1", page));
        Assert.True(foreign.In("/api/v1/kpis", list).Count > 30);
    }

    [Theory]
    [InlineData("/api/v1/kpis?month=2025-06&bank=D002", "/api/v1/kpis?month=2025-06&bank=D999")]
    [InlineData("/api/v1/kpis/M10.1/series?bank=D002", "/api/v1/kpis/M10.1/series?bank=D999")]
    [InlineData("/api/v1/kpis/M10.1/lineage?month=2025-06&bank=D002", "/api/v1/kpis/M10.1/lineage?month=2025-06&bank=D999")]
    [InlineData("/api/v1/banks/D002/tests", "/api/v1/banks/D999/tests")]
    [InlineData("/api/v1/submissions/{D002}", "/api/v1/submissions/99999")]
    [InlineData("/api/v1/submissions/{D002}/findings", "/api/v1/submissions/99999/findings")]
    [InlineData("/imports/{D002}", "/imports/99999")]
    [InlineData("/imports/refused/1", "/imports/refused/99999")]
    public async Task Bank_ForeignIdAndNoSuchId_GetTheSameAnswer(string foreign, string missing) =>
        await AssertAlikeAsync(s_bank, foreign.Replace("{D002}", Import("D002"), StringComparison.Ordinal), missing);

    [Theory]
    [InlineData("/api/v1/kpis?month=2025-06&region=320904", "/api/v1/kpis?month=2025-06&region=999999")]
    [InlineData("/api/v1/kpis?month=2025-06&region=320904&bank=D002", "/api/v1/kpis?month=2025-06&region=999999&bank=D002")]
    [InlineData("/api/v1/kpis/M10.1/lineage?month=2025-06&region=320904", "/api/v1/kpis/M10.1/lineage?month=2025-06&region=999999")]
    [InlineData("/api/v1/kpis?month=2025-06&bank=D002", "/api/v1/kpis?month=2025-06&bank=D999")]
    public async Task County_AnotherAreaAndNoSuchArea_GetTheSameAnswer(string foreign, string missing) =>
        await AssertAlikeAsync(s_county, foreign, missing);

    [Theory]
    [InlineData("320902", 200)]
    [InlineData("320971", 200)]
    [InlineData("320900", 200)]
    [InlineData("320903", 404)]
    public async Task County_AccountOfADistrict_SeesItsZoneAndTheCity(string region, int status)
    {
        using HttpClient client = site.Client(s_county);

        Assert.Equal(status, (int)(await GetAsync(client, $"/api/v1/kpis?month=2025-06&region={region}")).Status);
    }

    [Fact]
    public async Task County_Pages_NameNoOtherCounty()
    {
        using HttpClient client = site.Client(s_county);

        (_, string page) = await GetAsync(client, "/targets/M01.1?month=2025-06");

        Assert.Contains("320902", page, StringComparison.Ordinal);
        Assert.Contains("320971", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("3209(03|04|21|22|23|24|25|72|81)", page);
    }

    [Fact]
    public async Task Observations_OfACounty_AreTheCountysAndTheCitysTotals()
    {
        using HttpClient client = site.Client(s_county);

        JsonElement found = await JsonAsync(client, "/api/v1/observations?indicator=loans.all.balance&from=2025-06&to=2025-06");

        Assert.All(found.EnumerateArray(), row => Assert.Contains(row.GetProperty("region").GetString(), s_seen));
        Assert.Contains(found.EnumerateArray(), row => row.GetProperty("bank").ValueKind == JsonValueKind.String);
        Assert.All(
            found.EnumerateArray().Where(row => row.GetProperty("region").GetString() == "320900"),
            row => Assert.Equal(JsonValueKind.Null, row.GetProperty("bank").ValueKind));
    }

    [Fact]
    public async Task Lineage_OfTheCityForABank_ListsOwnCellsAndCountsTheOthers()
    {
        using HttpClient all = site.Client(AccessSite.Viewer(Role.Analyst));
        using HttpClient own = site.Client(s_bank);
        const string Address = "/api/v1/kpis/M10.1/lineage?month=2025-06";

        JsonElement[] whole = [.. (await JsonAsync(all, Address)).GetProperty("figures").EnumerateArray()];
        JsonElement[] part = [.. (await JsonAsync(own, Address)).GetProperty("figures").EnumerateArray()];

        Assert.NotEmpty(whole);
        Assert.All(whole.Zip(part), pair =>
        {
            Assert.Equal(pair.First.GetProperty("value").GetString(), pair.Second.GetProperty("value").GetString());
            Assert.Equal(0, pair.First.GetProperty("cellsWithheld").GetInt32());
            Assert.Equal(
                pair.First.GetProperty("cells").GetArrayLength(),
                pair.Second.GetProperty("cells").GetArrayLength() + pair.Second.GetProperty("cellsWithheld").GetInt32());
            Assert.All(pair.Second.GetProperty("cells").EnumerateArray(), cell => Assert.Equal("D001", cell.GetProperty("bank").GetString()));
        });
        Assert.Contains(part, figure => figure.GetProperty("cells").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Sums_ForEveryRole_AreTheCitys()
    {
        using HttpClient all = site.Client(AccessSite.Viewer(Role.Analyst));
        string expected = (await GetAsync(all, "/api/v1/kpis?month=2025-06&reading=all")).Body;

        foreach (Viewer viewer in new[] { s_bank, s_department, s_county, AccessSite.Viewer(Role.Leader, confirmed: false) })
        {
            using HttpClient client = site.Client(viewer);
            Assert.Equal(expected, (await GetAsync(client, "/api/v1/kpis?month=2025-06&reading=all")).Body);
        }
    }

    [Fact]
    public async Task Imports_OfABank_AreItsOwnFilesAndNoRefusals()
    {
        using HttpClient client = site.Client(s_bank);

        (_, string page) = await GetAsync(client, "/imports");

        Assert.Contains("returns/2025-06/D001.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("published/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/imports/refused/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, $"/imports/{Import("D001")}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, $"/api/v1/submissions/{Import("D001")}/findings")).Status);
    }

    [Theory]
    [InlineData(Role.Department, true, false, false)]
    [InlineData(Role.Leader, false, false, true)]
    [InlineData(Role.Leader, true, true, false)]
    [InlineData(Role.BankReporter, true, true, false)]
    public async Task TargetPage_PanelOfBanks_IsThereForWhoMaySeeBanks(Role role, bool confirmed, bool table, bool waits)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role, confirmed));

        (HttpStatusCode status, string page) = await GetAsync(client, "/targets/M10.1?month=2025-06");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(table, page.Contains("id=\"bank-table\"", StringComparison.Ordinal));
        Assert.Equal(waits, page.Contains("/account/second-factor?back=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, false)]
    [InlineData(Role.AuditAdministrator, false)]
    [InlineData(Role.Department, true)]
    public async Task MeasurePage_ForPeopleWithoutFigures_ShowsTheLawAlone(Role role, bool figures)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role));

        foreach (string address in new[] { "/measures", "/measures/1" })
        {
            (HttpStatusCode status, string page) = await GetAsync(client, address);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(figures, page.Contains("class=\"light-word\"", StringComparison.Ordinal));
        }
    }

    private async Task AssertAlikeAsync(Viewer viewer, string foreign, string missing)
    {
        using HttpClient client = site.Client(viewer);

        (HttpStatusCode status, string body) = await GetAsync(client, foreign);
        (HttpStatusCode expected, string nothing) = await GetAsync(client, missing);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (expected, status));
        Assert.Equal(Shape(nothing), Shape(body));
    }

    // Answers repeat what was asked for, and give each request a number of its own.
    private static string Shape(string body) =>
        Said().Replace(Trace().Replace(body, string.Empty), "?");

    private string Import(string bank) => site.Database.Rows(
        $"SELECT id FROM imports WHERE file_name LIKE '%returns/2025-06/{bank}.csv'")[0][0]!.ToString()!;

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string address)
    {
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer.StatusCode, Sealed().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ""));
    }

    // Encrypted state of a form or page: any code can stand in it by chance.
    [GeneratedRegex("CfDJ8[A-Za-z0-9+/=_-]+")]
    private static partial Regex Sealed();

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        JsonDocument.Parse((await GetAsync(client, address)).Body).RootElement;

    [GeneratedRegex("\"traceId\":\"[^\"]*\"|nonce=\"[^\"]*\"")]
    private static partial Regex Trace();

    [GeneratedRegex(@"D002|D999|320904|999999|\d+")]
    private static partial Regex Said();
}
