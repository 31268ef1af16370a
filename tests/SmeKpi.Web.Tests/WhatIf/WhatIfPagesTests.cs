using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Api;

namespace SmeKpi.Web.Tests.WhatIf;

[Collection(ApiTests.Name)]
public sealed partial class WhatIfPagesTests(ApiServer server)
{
    private const string Divided = "/what-if?month=2025-06&by=bank";

    [Fact]
    public async Task WhatIf_AScenario_StandsInTheAddressAndInTheForm()
    {
        IDocument page = await OpenAsync(Role.Analyst, "/what-if?month=2025-06&lprCut=10&bank=D004&short=30");

        Assert.Equal("10", page.QuerySelector("input[name=lprCut]")!.GetAttribute("value"));
        Assert.Equal("D004", page.QuerySelector("select[name=bank] option[selected]")!.GetAttribute("value"));
        Assert.Equal("−RMB 3.00 bn", Row(page, "december", "M01.1").QuerySelectorAll("td")[2].TextContent);
        Assert.Equal("if so: Missed", Row(page, "december", "M01.1").QuerySelectorAll("td")[^1].TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("main .light"));
        Assert.Empty(page.QuerySelectorAll(".fault"));
    }

    [Fact]
    public async Task WhatIf_WrongChoices_AreNamedAndNotTried()
    {
        IDocument page = await OpenAsync(Role.Analyst, "/what-if?month=2025-06&lprCut=ten&bank=X&coverageMonth=2024-12");

        Assert.Equal(3, page.QuerySelectorAll("form.what-if .fault").Length);
        Assert.Contains("\"ten\"", page.QuerySelector("form.what-if")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form.door-form button[disabled]"));
    }

    [Fact]
    public async Task WhatIf_Division_IsOfferedAddsUpAndIsRefusedWhenItDoesNot()
    {
        IDocument offered = await OpenAsync(Role.Analyst, Divided);
        Dictionary<string, string> parts = Parts(offered);
        Assert.Equal(38, parts.Count);

        IDocument kept = await OpenAsync(Role.Analyst, Address(parts));
        Assert.Empty(kept.QuerySelectorAll(".fault"));
        parts["part-D004"] = "0.00";
        IDocument refused = await OpenAsync(Role.Analyst, Address(parts));

        Assert.Contains("do not add up", refused.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector("form.door-form button[disabled]"));
    }

    [Fact]
    public async Task WhatIf_YearWithoutTarget_SaysThatNothingCanBeDivided()
    {
        IDocument page = await OpenAsync(Role.Analyst, "/what-if?month=2026-02&by=county");

        Assert.Contains("nothing to divide", page.QuerySelector("form.what-if .empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "假设")]
    [InlineData("en", "assumption")]
    public async Task WhatIf_EitherLanguage_SaysThatItIsAnAssumption(string language, string word)
    {
        IDocument page = await OpenAsync(Role.Leader, "/what-if?month=2025-06&by=county&swap=10", language);

        Assert.Contains(word, page.QuerySelector(".mud-alert")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("section h2 .assumed"), mark => Assert.Equal(word, mark.TextContent));
    }

    [Theory]
    [InlineData(Role.Department)]
    [InlineData(Role.BankReporter)]
    [InlineData(Role.SystemAdministrator)]
    public async Task WhatIf_WithoutTheRight_IsClosed(Role role)
    {
        using HttpClient client = await server.ClientAsync(role);
        foreach (string address in new[] { "/what-if", "/proposals", "/proposals/1" })
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Proposal_SavedByTheAnalyst_IsReadByTheLeaderAndWithdrawnByTheAnalystAlone()
    {
        string address = Address(Parts(await OpenAsync(Role.Analyst, Divided)));
        string saved = await PostAsync(Role.Analyst, address, "save-proposal", ("name", "Division <b>one</b>"), ("note", "by share"));
        Assert.Matches("^/proposals/[0-9]+$", saved);

        IDocument page = await OpenAsync(Role.Leader, saved);
        Assert.Equal("Division <b>one</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("demo:analyst", page.QuerySelector(".page-title p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(38, page.QuerySelectorAll("section[aria-labelledby=scenario] tbody tr").Length);
        Assert.Equal(4, page.QuerySelectorAll("section h2 .assumed").Length);
        Assert.Null(page.QuerySelector("form.door-form"));
        Assert.StartsWith("/what-if?month=2025-06&by=bank&part-D001=", page.QuerySelector("a[href^='/what-if?']")!.GetAttribute("href"), StringComparison.Ordinal);

        await PostAsync(Role.Analyst, saved, "withdraw-proposal");
        Assert.Contains("Withdrawn", (await OpenAsync(Role.Leader, saved)).QuerySelector(".mud-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("withdrawn", (await OpenAsync(Role.Leader, "/proposals")).QuerySelector($"tr:has(a[href='{saved}'])")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_WithoutANameOrChoice_IsNotSaved()
    {
        string empty = await PostAsync(Role.Analyst, "/what-if?month=2025-06", "save-proposal", ("name", "Nothing"), ("note", ""));
        string unnamed = await PostAsync(Role.Analyst, "/what-if?month=2025-06&swap=1", "save-proposal", ("name", " "), ("note", ""));

        Assert.Contains("nothing was saved", empty, StringComparison.Ordinal);
        Assert.Contains("The name must have", unnamed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_UnknownNumber_IsNotFound()
    {
        using HttpClient client = await server.ClientAsync(Role.Leader);
        using HttpResponseMessage answer = await client.GetAsync("/proposals/999999");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IElement Row(IDocument page, string table, string id) => page
        .QuerySelectorAll($"section[aria-labelledby={table}] tbody tr")
        .First(row => row.QuerySelector("th")!.TextContent.StartsWith(id, StringComparison.Ordinal));

    private static Dictionary<string, string> Parts(IDocument page) => page.QuerySelectorAll("input[name^='part-']")
        .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);

    private static string Address(Dictionary<string, string> parts) =>
        $"{Divided}&{string.Join('&', parts.Select(part => $"{part.Key}={part.Value}"))}";

    private async Task<IDocument> OpenAsync(Role role, string address, string language = "en")
    {
        using HttpClient client = await ClientAsync(role, language);
        return new HtmlParser().ParseDocument(await client.GetStringAsync(address));
    }

    /// <returns>Where it leads, or the page that says why it does not.</returns>
    private async Task<string> PostAsync(Role role, string address, string form, params (string Name, string Value)[] fields)
    {
        using HttpClient client = await ClientAsync(role, "en");
        using HttpResponseMessage page = await client.GetAsync(address);
        string html = await page.Content.ReadAsStringAsync();
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using FormUrlEncodedContent content = new(
        [
            new("_handler", form),
            new("__RequestVerificationToken", Token().Match(html).Groups[1].Value),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using HttpResponseMessage answer = await client.PostAsync(address, content);
        return answer.Headers.Location is { } to
            ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString)
            : await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpClient> ClientAsync(Role role, string language)
    {
        HttpClient client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add(
            "Cookie", $"smekpi-demo-role={RoleNames.Of(role)}; .AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
