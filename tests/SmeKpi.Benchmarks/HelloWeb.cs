using Microsoft.AspNetCore.Builder;

namespace SmeKpi.Benchmarks;

/// <summary>The smallest web program of the framework: what "dotnet new web" makes.</summary>
internal static class HelloWeb
{
    public static async Task RunAsync(string url)
    {
        WebApplication app = WebApplication.CreateBuilder().Build();
        app.Urls.Add(url);
        app.MapGet("/", () => "Hello World!");
        await app.RunAsync();
    }
}
