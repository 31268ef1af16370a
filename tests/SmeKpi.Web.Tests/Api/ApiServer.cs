using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Api;

[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiServer>
{
    public const string Name = "one server for all tests of the API";
}

/// <summary>The whole program in this process, serving a copy of the demonstration; started when first asked.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SeededDatabase _seeded;
    private readonly Lazy<Task<WebApplicationFactory<Program>>> _factory;

    public ApiServer(SeededDatabase seeded)
    {
        _seeded = seeded;
        _factory = new(StartAsync);
    }

    public async Task<HttpClient> ClientAsync() =>
        (await _factory.Value).CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>The services of the running program.</summary>
    public async Task<IServiceProvider> ServicesAsync() => (await _factory.Value).Services;

    /// <summary>Somebody who has picked a role in the bar.</summary>
    internal async Task<HttpClient> ClientAsync(Role role)
    {
        HttpClient client = await ClientAsync();
        client.DefaultRequestHeaders.Add("Cookie", $"smekpi-demo-role={RoleNames.Of(role)}; .AspNetCore.Culture=c%3Den%7Cuic%3Den");
        return client;
    }

    /// <summary>The database behind the running program.</summary>
    internal async Task<DatabaseFile> DatabaseAsync()
    {
        _ = await _factory.Value;
        return new DatabaseFile(_folder["data"]);
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        using HttpClient client = await ClientAsync();
        string body = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The answer to a wrong question: its status and its problem+json.</summary>
    public async Task<(int Status, JsonElement Problem)> GetProblemAsync(string address)
    {
        using HttpClient client = await ClientAsync();
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory.IsValueCreated)
        {
            await (await _factory.Value).DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task<WebApplicationFactory<Program>> StartAsync()
    {
        string data = await _seeded.CopyDemoAsync(_folder);
        return new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("data", data));
    }
}
