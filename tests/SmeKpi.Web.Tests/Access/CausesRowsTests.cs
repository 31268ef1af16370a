using System.Text.Json;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>What moved a target gives away no row that its own page would not show.</summary>
[Collection(AccessTests.Name)]
public sealed class CausesRowsTests(AccessSite site)
{
    [Fact]
    public async Task Attribution_AccountOfACounty_SeesItsCountyAndNoBankOfTheCity()
    {
        Viewer county = AccessSite.Viewer(Role.Regulator, true, "320902");

        Assert.Empty(await CodesAsync(county, "M01.1", "by=bank"));
        Assert.NotEmpty(await CodesAsync(county, "M01.1", "by=bank&region=320902"));
        Assert.All(await CodesAsync(county, "M08.1", "by=county"), code => Assert.Contains(code, (string[])["320902", "320972", "320971"]));
    }

    [Fact]
    public async Task Attribution_BeforeTheSecondFactor_HasNoBank() =>
        Assert.Empty(await CodesAsync(AccessSite.Viewer(Role.Regulator, confirmed: false), "M01.2", "by=bank"));

    [Fact]
    public async Task TargetPage_WithoutTheRightToBanks_ShowsCountiesAlone()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Department));
        string page = await client.GetStringAsync("/targets/M01.1?month=2025-06", TestContext.Current.CancellationToken);

        Assert.Contains("causes-county", page, StringComparison.Ordinal);
        Assert.DoesNotContain("causes-bank", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_AccountThatSeesNoBanks_IsOfferedNone()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Analyst, confirmed: false));
        string page = await client.GetStringAsync("/what-if?month=2025-06&by=bank", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("D004", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"note\"", page, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> CodesAsync(Viewer viewer, string id, string query)
    {
        using HttpClient client = site.Client(viewer);
        using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync(
            $"/api/v1/kpis/{id}/attribution?month=2025-06&{query}", TestContext.Current.CancellationToken));
        bool isWhole = answer.RootElement.GetProperty("whole").GetBoolean();
        Assert.True(isWhole || answer.RootElement.GetProperty("remainder").ValueKind == JsonValueKind.Null);
        return [.. answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("code").GetString()!)];
    }
}
