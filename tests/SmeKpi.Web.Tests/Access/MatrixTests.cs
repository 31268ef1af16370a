using System.Net;
using Microsoft.AspNetCore.Routing;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Every viewer at every address with every verb gets what the table of rights says, and nothing else.</summary>
[Collection(AccessTests.Name)]
public sealed class MatrixTests(AccessSite site)
{
    private static readonly string[] s_verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    public static TheoryData<int> Viewers => [.. Enumerable.Range(0, DeclaredRights.Viewers.Count)];

    [Fact]
    public void Endpoint_EveryOne_SaysWhichRightItNeeds()
    {
        Assert.True(site.Endpoints.Count > 30);
        Assert.Empty(site.Endpoints.Where(endpoint => DeclaredRights.Of(endpoint) is null || !Right.All.Contains(DeclaredRights.Of(endpoint)))
            .Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public void Endpoint_OfOpenPages_AsksForAnAccount() => Assert.All(
        site.Endpoints.Where(endpoint => Path(endpoint).StartsWith("/_blazor", StringComparison.Ordinal)),
        endpoint => Assert.Equal(Right.AccountOwn, DeclaredRights.Of(endpoint)));

    [Fact]
    public void Endpoint_OpenToVisitors_ShowsNoFigures() => Assert.All(
        site.Endpoints.Where(endpoint => DeclaredRights.Of(endpoint) == Right.SessionOpen && !DeclaredRights.IsFile(endpoint)),
        endpoint => Assert.DoesNotMatch("^/(api|charts|targets|forecasts|measures|imports|calendar|revisions|explore|changes|lineage|figures|cells|compare|export|scopes|filings|rules|templates|what-if|proposals|promises|meetings|cases|banks|boards|panels|wall|hangfire|openapi|metrics|audit|admin|rights)?(/|$)", Path(endpoint)));

    [Fact]
    public async Task Endpoint_WithoutARight_IsClosedToEveryone()
    {
        foreach (Viewer viewer in DeclaredRights.Viewers)
        {
            using HttpClient client = site.Client(viewer);
            using HttpResponseMessage answer = await client.GetAsync("/no-such-file.js", TestContext.Current.CancellationToken);

            Assert.False(answer.IsSuccessStatusCode, viewer.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Answer_EveryAddressAndVerb_IsWhatTheTableSays(int number)
    {
        Viewer viewer = DeclaredRights.Viewers[number];
        using HttpClient client = site.Client(viewer);
        List<string> wrong = [];
        foreach (IGrouping<string, RouteEndpoint> address in Tried().GroupBy(DeclaredRights.Sample))
        {
            foreach (string verb in s_verbs)
            {
                using HttpRequestMessage request = new(new HttpMethod(verb), address.Key);
                using HttpResponseMessage answer = await client.SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                RouteEndpoint? answering = address.FirstOrDefault(endpoint => Takes(endpoint, verb));
                if (Problem(viewer, address.Key, answering, answer) is { } problem)
                {
                    wrong.Add($"{verb} {address.Key} as {viewer.Name} ({viewer.HasSecondFactor}): {problem}, {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, "/hangfire")]
    [InlineData(Role.SecurityAdministrator, "/admin/accounts")]
    [InlineData(Role.AuditAdministrator, "/audit")]
    public async Task FrontDoor_Administrator_LeadsToTheFirstPlaceTheyMayOpen(Role role, string place)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(role));
        using HttpResponseMessage answer = await client.GetAsync("/", TestContext.Current.CancellationToken);

        string expected = site.Endpoints.Any(endpoint => Path(endpoint).StartsWith(place, StringComparison.Ordinal)) ? place : "/rights";
        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    /// <summary>One file stands for all of them: they ask for the same right.</summary>
    private IEnumerable<RouteEndpoint> Tried() => site.Endpoints.Where(endpoint => !DeclaredRights.IsFile(endpoint))
        .Concat(site.Endpoints.Where(DeclaredRights.IsFile).Take(1));

    private static string? Problem(Viewer viewer, string address, RouteEndpoint? answering, HttpResponseMessage answer)
    {
        bool denied = IsDenied(viewer, address, answer);
        if ((int)answer.StatusCode >= 500)
        {
            return "failed";
        }

        if (answering is null)
        {
            return denied || (int)answer.StatusCode >= 400 ? null : "answered although nothing takes the verb";
        }

        bool allowed = DeclaredRights.Of(answering) is { } right && DeclaredRights.Allows(viewer, right);
        // The console of the jobs and the open pages take no other verbs; whether a session lives is a question that may be answered with no.
        bool closesItself = address == "/session" || ((address.StartsWith("/hangfire", StringComparison.Ordinal) || address.StartsWith("/_blazor", StringComparison.Ordinal))
            && answer.RequestMessage!.Method != HttpMethod.Get && answer.RequestMessage.Method != HttpMethod.Head);
        return allowed == !denied || (allowed && closesItself) ? null : allowed ? "denied" : "let in";
    }

    private static bool IsDenied(Viewer viewer, string address, HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => true,
        HttpStatusCode.Redirect => answer.Headers.Location!.OriginalString is var to
            && (to.StartsWith("/signin?back=", StringComparison.Ordinal)
                || to.StartsWith("/account/second-factor?back=", StringComparison.Ordinal)
                || (address == "/" && viewer.Role?.IsAdministrator() == true)),
        _ => false,
    };

    private static bool Takes(RouteEndpoint endpoint, string verb) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(verb);

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
