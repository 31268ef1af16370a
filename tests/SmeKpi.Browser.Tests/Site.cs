using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SmeKpi.Browser.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace SmeKpi.Browser.Tests;

/// <summary>One reader's look at a page; leaving forgets their cookies.</summary>
public sealed record Visit(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

/// <summary>The real program on a free port of this machine, and one browser for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string _data = Directory.CreateTempSubdirectory("smekpi-browser-").FullName;
    private readonly Application _application;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site() => _application = new Application(_data);

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _application.UseKestrel(0);
        _application.StartServer();
        Address = _application.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = s_arguments,
        });
    }

    /// <summary>A fresh reader: no cookies yet except the choices given.</summary>
    public async Task<Visit> VisitAsync(
        string path, string language = "zh-CN", string theme = "light", int width = 1280, int height = 900)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = "smekpi-theme", Value = theme, Url = Address },
            new Cookie { Name = ".AspNetCore.Culture", Value = $"c%3D{language}%7Cuic%3D{language}", Url = Address },
        ]);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return new Visit(context, page);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _application.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The one place that says which data the pages show.</summary>
    private sealed class Application(string data) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("data", data)
            .UseSetting("no-seed", "true")
            .ConfigureTestServices(services => services.AddSingleton(SampleViews.Source()));
    }
}
