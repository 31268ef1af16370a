using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Tests.Api;

namespace SmeKpi.Web.Tests.Auditing;

/// <summary>The page that shows the chain, its search and its verification.</summary>
[Collection(ApiTests.Name)]
public sealed partial class AuditPageTests(ApiServer server)
{
    [Fact]
    public async Task Page_Entry_ShowsWhoWhenWhereWhatAndHash()
    {
        AuditEntry entry = await RecordAsync("shown-here", "D017 <b>2025-06</b>", AuditResult.Denied);

        string page = await PageAsync("/audit?actor=shown-here");

        Assert.Contains(entry.Hash[..12], page, StringComparison.Ordinal);
        Assert.Contains("D017 &lt;b&gt;2025-06&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains(entry.At.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture).Replace("+", "&#x2B;"), page, StringComparison.Ordinal);
        Assert.Contains("<span>Denied</span>", page, StringComparison.Ordinal);
        Assert.Contains("10.9.8.7", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Search_ShowsOnlyWhatFits()
    {
        await RecordAsync("searched-one", "first object");
        await RecordAsync("searched-one", "second object");

        string page = await PageAsync("/audit?actor=searched-one&target=second&result=success&action=bank-view");

        Assert.Contains("second object", page, StringComparison.Ordinal);
        Assert.DoesNotContain("first object", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingFound_SaysSo() => Assert.Contains(
        "No entry fits the search.", await PageAsync("/audit?actor=nobody-of-this-name"), StringComparison.Ordinal);

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("until=2026-13-01T00:00")]
    [InlineData("action=fly")]
    [InlineData("result=0")]
    [InlineData("below=-1")]
    [InlineData("above=99999999999999999999")]
    public async Task Page_ParameterWithoutMeaning_IsNamedAndLeftOut(string query) => Assert.Contains(
        $"The parameter {query.Split('=')[0]} has no meaning here", await PageAsync("/audit?" + query), StringComparison.Ordinal);

    [Fact]
    public async Task Page_MoreThanOnePage_LeadsToTheOlderAndBack()
    {
        for (int number = 0; number < 120; number++)
        {
            await RecordAsync("many", $"object {number:000}");
        }

        string first = await PageAsync("/audit?actor=many");
        string second = await PageAsync(Link(first, "next"));
        string third = await PageAsync(Link(second, "next"));
        string back = await PageAsync(Link(third, "prev"));

        Assert.Equal((50, 50, 20), (Rows(first), Rows(second), Rows(third)));
        Assert.Contains("object 000", third, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", third, StringComparison.Ordinal);
        Assert.Equal(Table(second), Table(back));
        Assert.DoesNotContain("rel=\"prev\"", await PageAsync(Link(back, "prev")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    public async Task Page_AnyOtherRole_IsDeniedAndThatIsRecorded(Role role)
    {
        using HttpClient client = await server.ClientAsync(role);

        foreach (string path in new[] { "/audit", "/audit/export.csv", "/audit/export.jsonl" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }

        Assert.Contains("GET /audit/export.jsonl", await PageAsync($"/audit?actor=demo:{RoleNames.Of(role)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SentAsAForm_SaysWhatItFoundAndIsRecorded()
    {
        using HttpClient client = await server.ClientAsync(Role.AuditAdministrator);
        using HttpResponseMessage page = await client.GetAsync(new Uri("/audit", UriKind.Relative));
        string html = await page.Content.ReadAsStringAsync();
        string cookie = page.Headers.GetValues("Set-Cookie").First(each => each.Contains("smekpi-form", StringComparison.Ordinal)).Split(';')[0];
        using HttpRequestMessage request = new(HttpMethod.Post, "/audit");
        request.Headers.Add("Cookie", $"{cookie}; {client.DefaultRequestHeaders.GetValues("Cookie").Single()}");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "verify", ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
        });
        client.DefaultRequestHeaders.Remove("Cookie");

        using HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Contains("The audit chain holds:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The audit chain holds:", await PageAsync("/audit?action=audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithoutTheFormsToken_IsRefused()
    {
        using HttpClient client = await server.ClientAsync(Role.AuditAdministrator);
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["_handler"] = "verify" });

        Assert.Equal(
            HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/audit", UriKind.Relative), form)).StatusCode);
    }

    private async Task<AuditEntry> RecordAsync(
        string actor, string target, AuditResult result = AuditResult.Success) =>
        await (await server.ServicesAsync()).GetRequiredService<AuditLog>()
            .RecordAsync(new AuditEvent(actor, "leader", "10.9.8.7", AuditAction.BankView, target, result));

    private async Task<string> PageAsync(string address)
    {
        using HttpClient client = await server.ClientAsync(Role.AuditAdministrator);
        return await client.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    private static string Link(string page, string rel) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<a href=\"([^\"]*)\" rel=\"{rel}\"").Groups[1].Value);

    private static int Rows(string page) => Regex.Count(page, "<th scope=\"row\"");

    private static string Table(string page) => Regex.Match(page, "<tbody>.*</tbody>", RegexOptions.Singleline).Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
