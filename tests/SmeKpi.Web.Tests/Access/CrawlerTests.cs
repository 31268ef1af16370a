using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Follows every link from the front door, as each role and as a visitor.</summary>
[Collection(AccessTests.Name)]
public sealed partial class CrawlerTests(AccessSite site)
{
    // Months and areas multiply every page; a few of them stand for all.
    private const int VariantsOfAPath = 2;
    private const int Most = 60;

    // The console of the jobs is Hangfire's own; its first page is opened, its links are not followed.
    private static readonly string[] s_notFollowed = ["/hangfire/", "/culture", "/theme", "/role"];

    // Pages that another part of the program brings.
    private static readonly string[] s_mayBeMissing = ["/signin", "/account", "/admin/accounts", "/audit"];

    public static TheoryData<int> Viewers => [.. Enumerable.Range(0, DeclaredRights.Viewers.Count)];

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Crawl_EveryLink_LeadsWhereTheViewerMayGo(int number)
    {
        Viewer viewer = DeclaredRights.Viewers[number];
        using HttpClient client = site.Client(viewer);
        List<string> wrong = [];
        HashSet<string> opened = [];

        // The console of the jobs, where the system administrator is led, has no way back into the site.
        HashSet<string> seen = viewer.IsSignedIn ? ["/", "/rights"] : ["/"];
        Queue<string> waiting = new(seen);
        while (waiting.TryDequeue(out string? address) && opened.Count < Most)
        {
            opened.Add(address);
            using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            if (Problem(viewer, address, answer) is { } problem)
            {
                wrong.Add($"{address}: {problem}");
            }

            foreach (string link in (await LinksAsync(answer)).Where(seen.Add))
            {
                if (opened.Concat(waiting).Count(other => PathOf(other) == PathOf(link)) < VariantsOfAPath)
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(viewer.IsSignedIn ? opened.Count > 3 : opened.Count >= 1, string.Join(' ', opened));
    }

    [Fact]
    public async Task Visitor_EveryAddress_IsLedToTheSignInOrTold()
    {
        using HttpClient client = site.Client(Viewer.Visitor);
        foreach (RouteEndpoint endpoint in site.Endpoints.Where(endpoint => DeclaredRights.Of(endpoint) != Right.SessionOpen))
        {
            using HttpResponseMessage answer = await client.GetAsync(
                DeclaredRights.Sample(endpoint), TestContext.Current.CancellationToken);
            string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True(
                answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound
                    or HttpStatusCode.MethodNotAllowed,
                $"{endpoint.DisplayName}: {answer.StatusCode}");
            Assert.DoesNotContain("D00", body, StringComparison.Ordinal);
        }
    }

    private string? Problem(Viewer viewer, string address, HttpResponseMessage answer)
    {
        bool other = s_mayBeMissing.Any(path => PathOf(address).StartsWith(path, StringComparison.Ordinal));
        if (answer.StatusCode == HttpStatusCode.NotFound && other && !site.Endpoints.Any(endpoint => Answers(endpoint, address)))
        {
            return null;
        }

        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
        {
            return $"a link leads to {(int)answer.StatusCode}";
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        string[] rights = [.. site.Endpoints.Where(endpoint => Answers(endpoint, address)).Select(DeclaredRights.Of).OfType<string>()];
        return rights.Length == 0 ? "is answered without a right"
            : rights.Any(right => DeclaredRights.Allows(viewer, right)) ? null
            : $"is answered without {string.Join(", ", rights)}";
    }

    private static bool Answers(RouteEndpoint endpoint, string address) => Parameter().Replace(
            Regex.Escape("/" + endpoint.RoutePattern.RawText!.TrimStart('/')),
            match => match.Groups[2].Success ? "(/.*)?" : match.Groups[1].Value + "[^/]+") is var pattern
        && Regex.IsMatch(PathOf(address), $"^{pattern}$");

    private static async Task<IReadOnlyList<string>> LinksAsync(HttpResponseMessage answer)
    {
        if (answer.Headers.Location is { } to)
        {
            return [to.OriginalString];
        }

        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return [];
        }

        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return
        [
            .. new HtmlParser().ParseDocument(page).QuerySelectorAll("a[href], link[href], script[src], img[src]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"))
                .OfType<string>()
                .Select(link => link.Split('#')[0])
                .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
                    && !s_notFollowed.Any(path => link.StartsWith(path, StringComparison.Ordinal))),
        ];
    }

    private static string PathOf(string address) => address.Split('?')[0];

    // As Regex.Escape writes them: \{id} and \{\*\*path}.
    [GeneratedRegex(@"(/?)\\\{(\\\*)?[^}]*\}")]
    private static partial Regex Parameter();
}
