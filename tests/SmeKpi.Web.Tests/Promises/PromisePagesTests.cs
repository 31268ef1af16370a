using System.Net;
using AngleSharp.Dom;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.Promises;

/// <summary>Meetings and promises on pages: recorded by those who may, followed in the next meeting, traced.</summary>
[Collection(AccessTests.Name)]
public sealed class PromisePagesTests(AccessSite site)
{
    [Theory]
    [InlineData("zh-CN", "逾期", "合成")]
    [InlineData("en", "overdue", "synthetic")]
    public async Task Promises_OfTheDemonstration_AreMarkedInWords(string language, string overdue, string synthetic)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Leader));
        client.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        using Browser browser = new(client);

        Answer page = await browser.GetAsync("/promises");

        string[] states = [.. page.Page.QuerySelectorAll(".promise-table .filing").Select(mark => mark.TextContent.Trim())];
        Assert.Equal(overdue, states[0]);
        Assert.Contains(synthetic, page.Page.QuerySelector(".promise-table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_RecordedInOneMeeting_IsFollowedInTheNext()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Leader));
        using Browser leader = new(client);
        long before = Last();
        string first = await MeetAsync(client, "2026-03-05", "三月例会");
        string next = await MeetAsync(client, "2026-04-02", "四月例会");

        Answer made = await PostAsync(client, first, "promise", ("text", "按周报送投放进度"), ("topic", "M01.1"), ("owner", "bank:D007"), ("due", "2026-03-31"));
        Answer agenda = await leader.GetAsync(next);
        IElement form = FormOf(agenda, "按周报送投放进度");
        Answer followed = await PostAsync(client, next, FormName(form)!, ("act", "carry-over"), ("due", "2026-05-31"), ("note", "还差两周"));

        Assert.Equal((HttpStatusCode.Redirect, first), (made.Status, made.Location));
        Assert.Equal((HttpStatusCode.Redirect, next), (followed.Status, followed.Location));
        string row = (await leader.GetAsync($"/promises?owner=bank:D007")).Page.QuerySelector(".promise-table tbody tr")!.TextContent;
        Assert.Contains("2026年5月31日", row, StringComparison.Ordinal);
        Assert.Contains("最初期限：2026年3月31日", row, StringComparison.Ordinal);
        Assert.Contains("还差两周", row, StringComparison.Ordinal);
        Assert.Equal(
            ["meeting", "meeting", "promise", "promise"],
            site.Database.Rows($"SELECT action FROM audit WHERE number > {before} AND action IN ('meeting', 'promise') ORDER BY number")
                .Select(entry => entry[0]));
    }

    [Fact]
    public async Task Form_Unfit_SaysWhatIsExpectedAndRecordsNothing()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Leader));
        long before = Last();

        Answer answer = await PostAsync(client, "/meetings/1", "promise", ("text", "x"), ("topic", "M01.1"), ("owner", "bank:D007"), ("due", "soon"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("文字应为2到500个字。", answer.Alert);
        Assert.Empty(site.Database.Rows($"SELECT 1 FROM audit WHERE number > {before} AND action = 'promise'"));
    }

    [Fact]
    public async Task Bank_SeesItsOwnPromiseAndItsMeetingsOnly()
    {
        using Browser bank = new(site.Client(AccessSite.Viewer(Role.BankReporter)));

        Answer page = await bank.GetAsync("/promises");

        Assert.Single(page.Page.QuerySelectorAll(".promise-table tbody tr"));
        Assert.Empty(page.Page.QuerySelectorAll("form[method=post]"));
        Assert.DoesNotContain("D005", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bank.GetAsync("/meetings/1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bank.GetAsync("/meetings/3")).Status);
    }

    [Fact]
    public async Task Department_SeesAllAndIsOfferedNoForm()
    {
        using Browser department = new(site.Client(AccessSite.Viewer(Role.Department)));

        Answer page = await department.GetAsync("/meetings/1");

        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        Assert.NotEmpty((await department.GetAsync("/promises")).Page.QuerySelectorAll(".promise-table tbody tr"));
    }

    [Fact]
    public async Task Overview_ForADepartment_ShowsNoPromiseOfABank()
    {
        using Browser department = new(site.Client(AccessSite.Viewer(Role.Department)));

        Answer page = await department.GetAsync("/?month=2025-06");

        Assert.InRange(page.Page.QuerySelectorAll(".digest li").Length, 3, 7);
        Assert.NotEmpty(page.Page.QuerySelectorAll(".promises tbody tr"));
        Assert.DoesNotContain("（虚构）", page.Page.QuerySelector(".promises")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> MeetAsync(HttpClient client, string held, string name)
    {
        Answer answer = await PostAsync(client, "/promises", "meeting", ("held", held), ("name", name));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return answer.Location!;
    }

    private static async Task<Answer> PostAsync(
        HttpClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        Browser browser = new(client);
        client.DefaultRequestHeaders.Remove("Cookie");
        Answer page = await browser.GetAsync(path);
        client.DefaultRequestHeaders.Add("Cookie", page.Cookies.Select(cookie => cookie.Split(';')[0]));
        Dictionary<string, string> values = Values(page, form);
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        Answer answer = await browser.PostAsync(path, values);
        client.DefaultRequestHeaders.Remove("Cookie");
        return answer;
    }

    /// <summary>What a browser sends by itself: the form's name and its token.</summary>
    private static Dictionary<string, string> Values(Answer page, string form) => page.Page.QuerySelectorAll("main form")
        .Single(each => FormName(each) == form)
        .QuerySelectorAll("input[type=hidden]")
        .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");

    private static string? FormName(IElement form) => form.QuerySelector("input[name=_handler]")?.GetAttribute("value");

    private static IElement FormOf(Answer page, string promise) => page.Page.QuerySelectorAll(".agenda > li")
        .Single(item => item.TextContent.Contains(promise, StringComparison.Ordinal)).QuerySelector("form")!;

    private long Last() => (long)site.Database.Rows("SELECT coalesce(max(number), 0) FROM audit")[0][0]!;
}
