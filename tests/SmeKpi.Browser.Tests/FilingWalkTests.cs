using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A return from the blank template to figures that count, as the clerk, the signer and the regulator see it.</summary>
/// <remarks>A folder named by SMEKPI_SCREENSHOTS receives what the pages look like, for a person to see.</remarks>
public sealed class FilingWalkTests(Site site, FilingWalkTests.Bank bank) : IClassFixture<FilingWalkTests.Bank>
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS");

    [Theory]
    [InlineData("zh-CN", "light", 1)]
    [InlineData("en", "dark", 2)]
    public async Task Return_FromTemplateToPublication_IsWalkedByThreePeople(string language, string theme, int back)
    {
        await using Visit clerk = await VisitAsync("bank-reporter", "/templates", language, theme);
        IPage page = clerk.Page;
        await CheckAsync(page, $"templates-{language}");
        byte[] template = await DownloadAsync(page, $"a[href='/templates/tidy-return?culture={language}']");

        await page.GotoAsync("/filings");
        await CheckAsync(page, $"filings-{language}");
        string month = (await page.Locator("select[name=month] option").Nth(back).GetAttributeAsync("value"))!;
        await page.Locator("select[name=month]").SelectOptionAsync(month);
        string row = $"{month},D001,320902,loans.green.balance,rmb_fx,0.5,亿元\r\n";
        await SendAsync(page, template, row + row);
        await page.WaitForURLAsync("**/filings/*");
        await Assertions.Expect(page.Locator("[data-filing-works]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        string address = new Uri(page.Url).AbsolutePath;

        // The same row twice needs a reason; until it is given nobody can sign.
        await Assertions.Expect(page.Locator("textarea").First).ToBeVisibleAsync();
        await CheckAsync(page, $"to-explain-{language}");
        foreach (ILocator reason in await page.Locator("textarea").AllAsync())
        {
            await reason.FillAsync("同一行误填两次，数字无误 (entered twice)");
        }

        await page.Locator(".reason-form button").ClickAsync();
        await Assertions.Expect(page.Locator(".filing-verdict")).ToContainTextAsync(language == "en" ? "second person" : "第二人");
        await CheckAsync(page, $"ready-{language}");
        Assert.Equal(0, await page.Locator("input[name=checked]").CountAsync());

        await using Visit signer = await VisitAsync("bank-signer", address, language, theme);
        await signer.Page.Locator("input[name=checked]").CheckAsync();
        await CheckAsync(signer.Page, $"sign-{language}");
        await signer.Page.Locator(".filing-acts form").First.Locator("button").ClickAsync();
        await Assertions.Expect(signer.Page.Locator("input[name=checked]")).ToHaveCountAsync(0);

        await using Visit regulator = await VisitAsync("regulator", address, language, theme);
        await CheckAsync(regulator.Page, $"publish-{language}");
        await regulator.Page.Locator(".filing-acts form").First.Locator("button").ClickAsync();
        await Assertions.Expect(regulator.Page.Locator(".filing-good").First).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GotoAsync($"{address}/receipt");
        await CheckAsync(page, $"receipt-{language}");
        Assert.Contains("demo:bank-signer", await page.Locator(".receipt").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_ThatIsWrong_SaysWhereAndWhatIsExpected()
    {
        await using Visit clerk = await VisitAsync("bank-reporter", "/filings", "zh-CN", "light");
        IPage page = clerk.Page;
        byte[] header = Encoding.UTF8.GetBytes("month,bank_code,region_code,indicator,scope,value,unit\r\n");

        await SendAsync(page, header, "2026-01,D002,320902,loans.all.balance,rmb_fx,一百,亿元\r\n");
        await page.WaitForURLAsync("**/filings/*");
        await Assertions.Expect(page.Locator("[data-filing-works]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

        await Assertions.Expect(page.Locator(".filing-bad").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".filing-findings").First).ToContainTextAsync("一百");
        await CheckAsync(page, "rejected");
    }

    [Fact]
    public async Task Filing_ForeignBankOrOtherRole_IsNotThere()
    {
        await using Visit leader = await VisitAsync("leader", "/measures", "en", "light");

        Assert.Equal(403, (await leader.Page.GotoAsync("/filings"))!.Status);
        await using Visit clerk = await VisitAsync("bank-reporter", "/measures", "en", "light");
        Assert.Equal(404, (await clerk.Page.GotoAsync("/filings/9999"))!.Status);
    }

    private Task<Visit> VisitAsync(string role, string path, string language, string theme) =>
        site.VisitAsync(path, language, theme, role: role, address: bank.Address);

    private static async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Locator(link).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task SendAsync(IPage page, byte[] start, string rows)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "return.csv", MimeType = "text/csv", Buffer = [.. start, .. Encoding.UTF8.GetBytes(rows)] });
        await page.Locator(".upload-form button").ClickAsync();
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        foreach (int width in (int[])[1280, 360])
        {
            await page.SetViewportSizeAsync(width, 800);
            if (s_folder is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"filing-{name}-{width}.png"), FullPage = true });
            }
        }

        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, name);
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Empty(result.Violations.Select(violation =>
            $"{name} {violation.Id}: {violation.Help}; {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }

    /// <summary>A demonstration of its own: what is published here must not show on the others' pages.</summary>
    public sealed class Bank : IAsyncLifetime
    {
        private readonly string _data = Directory.CreateTempSubdirectory("smekpi-filing-").FullName;
        private readonly Application _application;

        public Bank() => _application = new Application(_data);

        public string Address { get; private set; } = "";

        public ValueTask InitializeAsync()
        {
            _application.UseKestrel(0);
            _application.StartServer();
            Address = _application.ClientOptions.BaseAddress.ToString().TrimEnd('/');
            return ValueTask.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await _application.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }

        private sealed class Application(string data) : WebApplicationFactory<Program>
        {
            protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("data", data);
        }
    }
}
