using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Cases;

/// <summary>Cases on pages and in the API: who sees which, what bad input is told, what stands in the demonstration.</summary>
[Collection(AccessTests.Name)]
public sealed class CasePagesTests(AccessSite site)
{
    [Fact]
    public async Task Cases_OfTheDemonstration_OverdueFirstAndMarked()
    {
        Browser regulator = new(site.Client(AccessSite.Viewer(Role.Regulator)));

        Answer page = await regulator.GetAsync("/cases");

        IElement first = page.Page.QuerySelector("tbody tr")!;
        Assert.Contains("逾期未回复", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("合成", first.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cases/2", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Single((await regulator.GetAsync("/cases?state=closed")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal("没有“late”这种状态。", (await regulator.GetAsync("/cases?state=late")).Alert);
        Assert.Equal("月份应写成2025-06，看到的是“June”。", (await regulator.GetAsync("/cases?month=June")).Alert);
    }

    /// <summary>What the file of the made-up cases says is what the data say at the moments it names.</summary>
    [Fact]
    public async Task Case_FiguresOfTheMadeUpNotices_AreThoseOfTheData()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Regulator));
        foreach (string address in new[] { "/api/v1/cases/1", "/api/v1/cases/2" })
        {
            JsonElement found = await JsonAsync(client, address);
            JsonElement of = found.GetProperty("case");
            JsonElement figure = found.GetProperty("figures")[0];
            string asOf = Uri.EscapeDataString(found.GetProperty("knownSince").GetString()!);
            JsonElement readings = await JsonAsync(
                client, $"/api/v1/kpis?month={of.GetProperty("month")}&bank={of.GetProperty("bank")}&reading=ruling&asOf={asOf}");
            JsonElement reading = readings.EnumerateArray().Single(each => each.GetProperty("id").GetString() == figure.GetProperty("id").GetString());

            Assert.Equal(reading.GetProperty("actual").GetProperty("value").GetString(), figure.GetProperty("then").GetProperty("value").GetString());
            Assert.Equal(reading.GetProperty("standing").GetString(), figure.GetProperty("then").GetProperty("standing").GetString());
        }

        Assert.NotEqual(
            "5.92033972557871049101334792",
            (await JsonAsync(client, "/api/v1/cases/1")).GetProperty("figures")[0].GetProperty("now").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Bank_SeesItsOwnCasesOnly()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.BankReporter));
        Browser bank = new(client);

        Answer page = await bank.GetAsync("/cases");

        Assert.Equal(HttpStatusCode.NotFound, (await bank.GetAsync("/cases/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bank.GetAsync("/api/v1/cases/2")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bank.GetAsync("/cases/3")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bank.GetAsync("/cases/new")).Status);
        Assert.DoesNotContain("D021", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("D013", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Department_SeesNone() => Assert.Equal(
        HttpStatusCode.Forbidden,
        (await new Browser(site.Client(AccessSite.Viewer(Role.Department))).GetAsync("/cases")).Status);

    [Theory]
    [InlineData("/cases/new?bank=D999&test=growth-gap&month=2025-12", "没有代码为“D999”的银行。")]
    [InlineData("/cases/new?bank=D003&test=nothing&month=2025-12", "没有“nothing”这个主题，请从列表中选择。")]
    [InlineData("/cases/new?bank=D003&test=growth-gap&month=13", "月份应写成2025-06，看到的是“13”。")]
    public async Task New_AskedWrongly_SaysWhatWasFound(string address, string words)
    {
        Answer page = await new Browser(site.Client(AccessSite.Viewer(Role.Regulator))).GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, words), (page.Status, page.Alert));
        Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task Case_OpenedAndSent_RefusesBadInputAndStaleForms()
    {
        const string New = "/cases/new?bank=D003&test=growth-gap&month=2025-12";
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Regulator));

        Answer empty = await PostAsync(client, New, "open", ("text", "  "));
        Answer opened = await PostAsync(client, New, "open", ("text", "请说明原因和措施。"));
        string address = opened.Location!;
        Answer past = await PostAsync(client, address, "send", ("deadline", "2020-01-01"));
        Answer nonsense = await PostAsync(client, address, "send", ("deadline", "soon"));
        Answer stale = await PostAsync(client, address, "send", ("deadline", "2026-06-30"), ("version", "0"));
        Answer hiddenYet = await new Browser(site.Client(AccessSite.Viewer(Role.Leader))).GetAsync(address);
        Answer sent = await PostAsync(client, address, "send", ("deadline", "2026-06-30"));

        Assert.Equal("文字应为5到1500个字，不超过20行。", empty.Alert);
        Assert.Equal(HttpStatusCode.Redirect, opened.Status);
        Assert.StartsWith("期限应在今天之后", past.Alert, StringComparison.Ordinal);
        Assert.StartsWith("期限应在今天之后", nonsense.Alert, StringComparison.Ordinal);
        Assert.StartsWith("打开页面之后，事项已有新的变动", stale.Alert, StringComparison.Ordinal);
        Assert.Empty(hiddenYet.Page.QuerySelectorAll("main form"));
        Assert.Equal((HttpStatusCode.Redirect, address), (sent.Status, sent.Location));
        JsonElement found = await JsonAsync(client, "/api/v1" + address);
        Assert.Equal("M01.3", found.GetProperty("figures")[0].GetProperty("id").GetString());
        Assert.Equal(
            found.GetProperty("figures")[0].GetProperty("then").GetRawText(), found.GetProperty("figures")[0].GetProperty("now").GetRawText());
    }

    [Fact]
    public async Task Cases_AsCsvAndAskedWrongly_AreAnsweredLikeTheOthers()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Regulator));
        Browser browser = new(client);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/api/v1/cases?state=late")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/api/v1/cases?month=June")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/v1/cases/999")).Status);
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/cases?bank=D021");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string[] lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.StartsWith("id,bank,subject,title,month,state,deadline", lines[0], StringComparison.Ordinal);
        Assert.Equal("1,D021,data-quality,,2025-06,closed,2025-08-15,,false,resolved,true", lines[1]);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address) => JsonDocument.Parse(
        await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

    private static async Task<Answer> PostAsync(
        HttpClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        Browser browser = new(client);
        client.DefaultRequestHeaders.Remove("Cookie");
        Answer page = await browser.GetAsync(path);
        client.DefaultRequestHeaders.Add("Cookie", page.Cookies.Select(cookie => cookie.Split(';')[0]));
        Dictionary<string, string> values = page.Page.QuerySelectorAll("main form")
            .Single(each => each.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            .QuerySelectorAll("input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        Answer answer = await browser.PostAsync(path, values);
        client.DefaultRequestHeaders.Remove("Cookie");
        return answer;
    }
}
