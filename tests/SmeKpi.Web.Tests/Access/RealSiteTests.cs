using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Mvc.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.EmptySite;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Outside of a demonstration nobody is anybody before the sign-in, whatever a request says.</summary>
public sealed class RealSiteTests(EmptyDatabase site) : IClassFixture<EmptyDatabase>
{
    [Theory]
    [InlineData("Cookie", "smekpi-demo-role=analyst")]
    [InlineData("Authorization", "Bearer made-up")]
    [InlineData("X-Viewer", "analyst|analyst|||True")]
    public async Task Visitor_EveryAddressAndVerb_IsClosedButForTheSignIn(string header, string value)
    {
        using HttpClient client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        List<string> open = [];
        foreach (RouteEndpoint endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => DeclaredRights.Of(endpoint) != Right.SessionOpen))
        {
            foreach (HttpMethod verb in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
            {
                using HttpRequestMessage request = new(verb, DeclaredRights.Sample(endpoint));
                using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                        or HttpStatusCode.MethodNotAllowed)
                    && answer.Headers.Location?.OriginalString.StartsWith("/signin", StringComparison.Ordinal) != true)
                {
                    open.Add($"{verb} {request.RequestUri}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.Empty(open);
    }
}
