using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SmeKpi.Core.Dashboards;
using SmeKpi.Web.Dashboards;

namespace SmeKpi.Browser.Tests;

/// <summary>The pictures of src/docs/panels.md: every kind of panel as the demonstration draws it.</summary>
/// <remarks>With SMEKPI_WRITE_REFERENCE=1 the test makes them; without, it holds them against what is drawn now.</remarks>
public sealed class PanelReferenceTests(Site site)
{
    private static readonly bool s_writes = Environment.GetEnvironmentVariable("SMEKPI_WRITE_REFERENCE") == "1";

    private static string Folder => Path.Combine(Root(), "src", "docs", "panels");

    [Fact]
    public async Task Picture_OfEveryKind_ShowsThePanelAsItIsDrawn()
    {
        List<string> wrong = [];
        foreach ((DashboardDefinition file, PanelDefinition[] panels) in Chosen())
        {
            await using Visit visit = await site.VisitAsync(AddressOf(file), "en", "light", role: "regulator");
            foreach (PanelDefinition panel in panels)
            {
                string name = PanelCatalog.Of(panel.Kind).Name;
                byte[] drawn = await (await FindAsync(visit.Page, panel.Key)).ScreenshotAsync();
                string path = Path.Combine(Folder, $"{name}.png");
                if (s_writes)
                {
                    Directory.CreateDirectory(Folder);
                    await File.WriteAllBytesAsync(path, drawn, TestContext.Current.CancellationToken);
                }

                if (!File.Exists(path) || !IsLike(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), drawn))
                {
                    wrong.Add(name);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(
            PanelCatalog.All.Select(form => $"{form.Name}.png").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    /// <summary>Each kind once, by the file it is taken from.</summary>
    private IEnumerable<(DashboardDefinition File, PanelDefinition[] Panels)> Chosen()
    {
        IReadOnlyList<DashboardDefinition> files = site.Services.GetRequiredService<DashboardShelf>().Current.Files;
        return PanelCatalog.All
            .Select(form => files.SelectMany(file => file.Panels.Select(panel => (File: file, Panel: panel)))
                .First(each => each.Panel.Kind == form.Kind))
            .GroupBy(each => each.File)
            .Select(group => (group.Key, group.Select(each => each.Panel).ToArray()));
    }

    private static string AddressOf(DashboardDefinition file) => file.Page switch
    {
        PageKind.Overview => "/?month=2025-06",
        PageKind.Target => $"/targets/{file.Target}?month=2025-06",
        PageKind.Banks => "/banks?month=2025-06",
        PageKind.Bank => "/banks/D004?month=2025-06",
        PageKind.Explorer => "/explore",
        _ => $"/boards/{file.Id}?month=2025-06",
    };

    private static async Task<ILocator> FindAsync(IPage page, string key)
    {
        ILocator row = page.Locator($".panel-row[data-panels~='{key}']");
        string[] keys = (await row.GetAttributeAsync("data-panels"))!.Split(' ');
        return row.Locator("> *").Nth(Array.IndexOf(keys, key));
    }

    /// <summary>Fonts differ from machine to machine, so that sizes are compared and not dots.</summary>
    private static bool IsLike(byte[] kept, byte[] drawn)
    {
        ((int wide, int high), (int width, int height)) = (Size(kept), Size(drawn));
        return Math.Abs(wide - width) <= width / 10 && Math.Abs(high - height) <= height / 3;
    }

    /// <summary>Width and height as the head of a PNG says them.</summary>
    private static (int Width, int Height) Size(byte[] png) => (
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SmeKpi.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("No folder above the tests holds SmeKpi.sln.");
    }
}
