using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SmeKpi.Web.Tests.EmptySite;

/// <summary>The program as it starts without figures: law, indicators and regions only.</summary>
public sealed class EmptyDatabase : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("smekpi-empty-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("data", _data)
        .UseSetting("no-seed", "true");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
