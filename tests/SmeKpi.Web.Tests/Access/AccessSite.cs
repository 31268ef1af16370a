using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

[CollectionDefinition(Name)]
public sealed class AccessTests : ICollectionFixture<AccessSite>
{
    public const string Name = "one server for all tests of rights";
}

/// <summary>The whole program in this process on a copy of the demonstration; each client is whom the test says.</summary>
public sealed class AccessSite(SeededDatabase seeded) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplicationFactory<Program>? _factory;

    internal DatabaseFile Database { get; private set; } = null!;

    /// <summary>Every address the running program answers.</summary>
    /// <remarks>Without the one that ASP.NET Core adds for files while the program is developed: it is closed to everyone.</remarks>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
    [
        .. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}"),
    ];

    public IServiceProvider Services => _factory!.Services;

    public static Viewer Viewer(Role role, bool confirmed = true, params string[] counties) => new(
        $"test:{RoleNames.Of(role)}", role, role.IsOfBank() ? "D001" : null, counties, confirmed);

    public HttpClient Client(Viewer viewer)
    {
        HttpClient client = _factory!.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = false,
        });
        SaidViewer.Say(client, viewer);
        return client;
    }

    public async ValueTask InitializeAsync()
    {
        string data = await seeded.CopyDemoAsync(_folder);
        Database = new DatabaseFile(data);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("data", data)
            .ConfigureTestServices(services =>
            {
                // Job servers of several programs in one process share statics of their library; nothing here needs them.
                services.Remove(services.Single(service => service.ImplementationType == typeof(JobServer)));
                services.AddAuthentication(SaidViewer.SchemeName)
                    .AddScheme<AuthenticationSchemeOptions, SaidViewer>(SaidViewer.SchemeName, null);
            }));
        await using AsyncServiceScope _ = _factory.Services.CreateAsyncScope();
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        _folder.Dispose();
    }
}
