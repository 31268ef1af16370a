using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using SmeKpi.Browser.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace SmeKpi.Browser.Tests;

/// <summary>One reader's look at a page; leaving forgets their cookies.</summary>
public sealed record Visit(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

/// <summary>
/// The program as it is, on a free port of this machine, with a fresh database that it seeded itself; one browser for all
/// tests.
/// </summary>
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

    public IServiceProvider Services => _application.Services;

    /// <summary>Where people put files for the program to import.</summary>
    public string DropFolder => Path.Combine(_data, "drop");

    /// <summary>What the program answers to other programs: the figures that pages are compared with.</summary>
    public Api Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _application.UseKestrel(0);
        _application.StartServer();
        Address = _application.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Api = new Api(Address);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = s_arguments,
        });
    }

    /// <summary>A fresh reader: no cookies yet except the choices given.</summary>
    /// <param name="arriving">Sees the page before it is loaded.</param>
    /// <param name="address">Another program than the demonstration.</param>
    public async Task<Visit> VisitAsync(
        string path,
        string language = "zh-CN",
        string theme = "light",
        int width = 1280,
        int height = 900,
        Action<IPage>? arriving = null,
        string role = "analyst",
        string? address = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = "smekpi-theme", Value = theme, Url = address ?? Address },
            new Cookie { Name = "smekpi-demo-role", Value = role, Url = address ?? Address },
            new Cookie { Name = ".AspNetCore.Culture", Value = $"c%3D{language}%7Cuic%3D{language}", Url = address ?? Address },
        ]);
        IPage page = await context.NewPageAsync();
        arriving?.Invoke(page);
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
        Api.Dispose();
        await _application.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private sealed class Application(string data) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("data", data);
    }
}
