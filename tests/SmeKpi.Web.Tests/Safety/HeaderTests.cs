using System.Net;
using SmeKpi.Web.Tests.Api;

namespace SmeKpi.Web.Tests.Safety;

/// <summary>What every answer tells the browser.</summary>
[Collection(ApiTests.Name)]
public sealed class HeaderTests(ApiServer server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/measures")]
    [InlineData("/hangfire")]
    [InlineData("/nobody-answers-this")]
    [InlineData("/culture?to=en&back=/")]
    [InlineData("/app.css")]
    [InlineData("/charts/M01.1.png?month=2025-06")]
    [InlineData("/charts/M01.1.png?month=nonsense")]
    [InlineData("/api/v1/kpis?month=2025-06")]
    [InlineData("/api/v1/kpis?month=nonsense")]
    [InlineData("/health/live")]
    public async Task Answer_Any_CarriesTheSafetyHeaders(string address)
    {
        using HttpClient client = await server.ClientAsync();

        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/kpis?month=2025-06")]
    [InlineData("/charts/M01.1.svg?month=2025-06")]
    public async Task Answer_ThatDependsOnWhoAsks_StaysInNoStore(string address)
    {
        using HttpClient client = await server.ClientAsync();

        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Request_ForAnotherHostName_IsRefused()
    {
        using HttpClient client = await server.ClientAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "rebound.example.org";

        using HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/targets/M01.1")]
    [InlineData("/measures")]
    [InlineData("/imports")]
    [InlineData("/nobody-answers-this")]
    public async Task Page_Any_HoldsNoScriptOfItsOwn(string address)
    {
        using HttpClient client = await server.ClientAsync();

        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Null(InjectionTests.HarmInPage(await answer.Content.ReadAsStringAsync()));
    }
}
