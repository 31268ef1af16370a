using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Sources;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Promises;
using SmeKpi.Web.PageCache;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.PageCache;

/// <summary>Pages are drawn once for equal rights and state, and never for anybody else.</summary>
public sealed class PageCacheTests(AccessSite site) : IClassFixture<AccessSite>
{
    private const string Page = "/?month=2025-06";
    private const string Target = "/targets/M01.1?month=2025-06";

    private static readonly Viewer s_analyst = AccessSite.Viewer(Role.Analyst);

    [Fact]
    public async Task Get_TheSameRights_DrawOnce()
    {
        const string Address = "/?month=2025-04";
        string first = await ReadAsync(s_analyst, Address);
        int kept = site.Services.GetRequiredService<PageStore>().Count;
        string second = await ReadAsync(s_analyst with { Name = "somebody else" }, Address);

        Assert.Equal(first, second);
        Assert.Equal(kept, site.Services.GetRequiredService<PageStore>().Count);
        Assert.DoesNotContain(OwnPart.Mark, first, StringComparison.Ordinal);
    }

    public static TheoryData<string, Viewer> Others => new()
    {
        { "no banks", AccessSite.Viewer(Role.Department) },
        { "no second factor", AccessSite.Viewer(Role.Analyst, confirmed: false) },
        { "one bank", AccessSite.Viewer(Role.BankReporter) },
        { "one county", AccessSite.Viewer(Role.Analyst, confirmed: true, "320902") },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Get_OtherRights_NeverShare(string why, Viewer other)
    {
        string all = await ReadAsync(s_analyst, Target);
        string own = await ReadAsync(other, Target);

        Assert.True(Banks(all) > 30, why);
        Assert.True(Banks(own) < Banks(all) || !own.Contains("320903", StringComparison.Ordinal), why);
        Assert.NotEqual(all, own);
        Assert.Equal(own, await ReadAsync(other, Target));
        Assert.Equal(all, await ReadAsync(s_analyst, Target));
    }

    [Fact]
    public async Task Get_OtherLanguageOrTheme_IsAnotherPage()
    {
        string chinese = await ReadAsync(s_analyst, Page);

        Assert.Contains("lang=\"en\"", await ReadAsync(s_analyst, Page, ".AspNetCore.Culture=c%3Den%7Cuic%3Den"), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", await ReadAsync(s_analyst, Page, "smekpi-theme=dark"), StringComparison.Ordinal);
        Assert.Equal(chinese, await ReadAsync(s_analyst, Page));
    }

    [Fact]
    public async Task Get_NewFigures_ShowAtTheNextRequest()
    {
        const string Address = "/?month=2025-06&region=320903";
        string before = await ReadAsync(s_analyst, Address);

        ImportReport report = await site.Services.GetRequiredService<StatisticsImporter>().ImportAsync(
            new SourceFile("later.csv", Encoding.UTF8.GetBytes(
                "month,bank_code,region_code,indicator,scope,value,unit\n2025-06,,320903,loans.all.balance,rmb_fx,17700000,万元\n")),
            new ImportRequest("tester"),
            TestContext.Current.CancellationToken);

        Assert.True(report.Stored == 1, string.Join(' ', report.Findings));
        Assert.NotEqual(before, await ReadAsync(s_analyst, Address));
    }

    [Fact]
    public async Task Get_APromiseMadeMeanwhile_ShowsAtTheNextRequest()
    {
        const string Address = "/?month=2025-05";
        Assert.DoesNotContain("brand-new", await ReadAsync(s_analyst, Address), StringComparison.Ordinal);

        CancellationToken token = TestContext.Current.CancellationToken;
        PromiseDesk desk = site.Services.GetRequiredService<PromiseDesk>();
        PromiseTopic topic = new("M01.1", 1);
        Recorded meeting = await desk.RecordMeetingAsync(new DateOnly(2026, 4, 8), "meeting", new Filer(s_analyst), token);
        Recorded made = await desk.RecordPromiseAsync(
            new NewPromise(
                meeting.Id!.Value, "a brand-new promise", topic, new PromiseOwner(OwnerKind.County, "320903"),
                new DateOnly(2026, 12, 31)),
            new Filer(s_analyst),
            token);
        Assert.Null(made.Refusal);

        Assert.Contains("brand-new", await ReadAsync(s_analyst, Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RowsOfBanks_LeaveATraceEachTime()
    {
        const string Address = "/targets/M10.1?month=2025-03";
        await ReadAsync(s_analyst, Address);
        long before = Entries(Address);

        await ReadAsync(s_analyst, Address);
        await ReadAsync(s_analyst with { Name = "li" }, Address);

        Assert.Equal(before + 2, Entries(Address));
        Assert.Equal("li", site.Database.Rows("SELECT actor FROM audit ORDER BY number DESC LIMIT 1")[0][0]);
    }

    [Fact]
    public async Task Get_TraceCannotBeWritten_TheKeptPageIsNotShown()
    {
        await ReadAsync(s_analyst, Page);
        site.Database.Execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        try
        {
            using HttpResponseMessage answer = await GetAsync(s_analyst, Page);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(0, Banks(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
        finally
        {
            site.Database.Execute("DROP TRIGGER full");
        }
    }

    [Fact]
    public async Task Get_Visitor_GetsNothingOfWhatIsKept()
    {
        await ReadAsync(s_analyst, Page);

        using HttpResponseMessage answer = await GetAsync(Viewer.Visitor, Page);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/signin", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip, br;q=0")]
    public async Task Get_PackedOrNot_IsTheSamePage(string accepts)
    {
        string plain = await ReadAsync(s_analyst, Page);
        using HttpClient client = site.Client(s_analyst);
        client.DefaultRequestHeaders.Add("Accept-Encoding", accepts);
        using HttpResponseMessage answer = await client.GetAsync(Page, TestContext.Current.CancellationToken);
        string coding = Assert.Single(answer.Content.Headers.ContentEncoding);
        await using Stream packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = coding == "br"
            ? new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);

        Assert.Equal(plain, WebUtility.HtmlDecode(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    private long Entries(string address) => (long)site.Database.Rows(
        $"SELECT count(*) FROM audit WHERE action = 'bank-view' AND detail LIKE '%{address}'")[0][0]!;

    /// <summary>How many banks a page names; the made-up ones all say so.</summary>
    private static int Banks(string page) => page.Split("（虚构）").Length - 1;

    private async Task<string> ReadAsync(Viewer viewer, string address, string? cookie = null)
    {
        using HttpResponseMessage answer = await GetAsync(viewer, address, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> GetAsync(Viewer viewer, string address, string? cookie = null)
    {
        using HttpClient client = site.Client(viewer);
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return await client.GetAsync(address, TestContext.Current.CancellationToken);
    }
}
