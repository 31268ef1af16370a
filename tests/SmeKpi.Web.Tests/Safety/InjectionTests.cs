using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Tests.Access;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Safety;

/// <summary>Every hostile text in every place of an address that the program reads.</summary>
public sealed class InjectionTests(SeededDatabase seeded)
{
    private static readonly string[] s_inside =
        ["   at SmeKpi.", "SQLite Error", "Microsoft.Data.Sqlite", "System.Exception"];

    private static readonly string[] s_addresses = ["href", "src", "action", "formaction"];

    [Fact]
    public void List_HasEveryKindOfText()
    {
        Assert.True(Injections.All.DistinctBy(each => each.Text).Count() >= 200);
        Assert.Equal(
            ["formula", "header", "path", "script", "sql", "text"],
            Injections.All.Select(each => each.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Address_EveryTextInEveryParameter_DoesNoHarm()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyDemoAsync(folder);
        await using WebApplicationFactory<Program> site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("data", data)
            .ConfigureTestServices(services => services.AddSingleton<IStartupFilter, ManyAddresses>()));
        using HttpClient client = site.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false, HandleCookies = false,
        });
        IReadOnlyList<Opening> openings = Opening.Of(site.Services);
        Assert.Contains(openings, opening => opening.Route == "/targets/{Id}" && opening.InQuery.Contains("asOf", StringComparer.OrdinalIgnoreCase));
        Assert.Contains(openings, opening => opening.Route == "/api/v1/kpis" && opening.InQuery.Contains("bank"));
        List<string> harm = [];

        await Parallel.ForEachAsync(
            openings.SelectMany(Questions),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (question, token) =>
            {
                using HttpResponseMessage answer = await AskAsync(client, question.Role, question.Address, token);
                string body = await answer.Content.ReadAsStringAsync(token);
                if (HarmIn(answer, body) is { } found)
                {
                    lock (harm)
                    {
                        harm.Add($"{question.Address}: {found}");
                    }
                }
            });

        Assert.Empty(harm);
    }

    /// <summary>Programs stop at the first wrong value, so each is asked alone; pages read all of theirs at once.</summary>
    private static IEnumerable<(Role Role, string Address)> Questions(Opening opening)
    {
        List<string> names = [.. opening.InPath, .. opening.InQuery];
        bool alone = opening.Route.StartsWith("/api/", StringComparison.Ordinal);
        for (int at = 0; at < Injections.All.Count; at++)
        {
            if (alone)
            {
                foreach (string name in names.Where(name => !opening.InPath.Contains(name) || CanBeSent(Injections.All[at].Text)))
                {
                    yield return (opening.Role, opening.Address(new Dictionary<string, string> { [name] = Injections.All[at].Text }));
                }
            }
            else if (names.Count > 0)
            {
                Dictionary<string, string> texts = [];
                foreach ((int shift, string name) in opening.InQuery.Index())
                {
                    texts[name] = Injections.All[(at + (shift * 37)) % Injections.All.Count].Text;
                }

                yield return (opening.Role, opening.Address(texts));
                foreach (string name in opening.InPath.Where(_ => CanBeSent(Injections.All[at].Text)))
                {
                    yield return (opening.Role, opening.Address(new Dictionary<string, string> { [name] = Injections.All[at].Text }));
                }
            }
        }
    }

    /// <summary>The server itself answers 400 to a path with a NUL; the client of these tests throws.</summary>
    private static bool CanBeSent(string text) => !text.Contains('\0', StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient client, Role role, string address, CancellationToken token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", $"{DemoRole.CookieName}={RoleNames.Of(role)}");
        return await client.SendAsync(request, token);
    }

    internal static string? HarmIn(HttpResponseMessage answer, string body) =>
        answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests ? $"status {answer.StatusCode}"
        : answer.Headers.Contains("X-Injected") ? "a header of the text's own"
        : answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)
            && cookies.Any(cookie => cookie.StartsWith("injected", StringComparison.Ordinal)) ? "a cookie of the text's own"
        : answer.Headers.Location is { } to && LeadsAway(to) ? $"leads to {to}"
        : HarmInText(body) ?? (answer.Content.Headers.ContentType?.MediaType == "text/html" ? HarmInPage(body) : null);

    private static string? HarmInText(string body) =>
        body.Contains("root:x:0", StringComparison.Ordinal) ? "a file of the machine"
        : s_inside.FirstOrDefault(word => body.Contains(word, StringComparison.Ordinal)) is { } word ? $"tells {word}"
        : null;

    /// <summary>What a form answered.</summary>
    internal static string? HarmIn(Answer answer) =>
        answer.Status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests ? $"status {answer.Status}"
        : answer.Location is { } to && LeadsAway(new Uri(to, UriKind.RelativeOrAbsolute)) ? $"leads to {to}"
        : HarmInText(answer.Text) ?? HarmInPage(answer.Text);

    private static bool LeadsAway(Uri to) =>
        (to.IsAbsoluteUri && to.Host != "localhost") || to.OriginalString.StartsWith("//", StringComparison.Ordinal)
        || to.OriginalString.StartsWith("/\\", StringComparison.Ordinal);

    internal static string? HarmInPage(string body)
    {
        using IDocument page = new HtmlParser().ParseDocument(body);
        return page.QuerySelector("[data-injected]") is { } planted ? $"planted {planted.LocalName}"
            : page.Scripts.FirstOrDefault(script => script.GetAttribute("src") is null && script.Type != "application/json") is not null ? "a script in the page"
            : page.All.FirstOrDefault(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))) is { } live
                ? $"an act on {live.LocalName}"
            : page.All.FirstOrDefault(element => s_addresses
                .Any(name => element.GetAttribute(name)?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true)) is { } link
                ? $"a script in the address of {link.LocalName}"
            : null;
    }
}
