using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SmeKpi.Browser.Tests;

/// <summary>A page as it comes out of the browser's printing.</summary>
internal static partial class PrintedPage
{
    /// <returns>The number of sheets.</returns>
    public static async Task<int> CountAsync(IPage page, string? name = null)
    {
        byte[] pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        if (name is not null && Environment.GetEnvironmentVariable("SMEKPI_SCREENSHOTS") is { } folder)
        {
            await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, name + ".pdf"), pdf);
        }

        return Sheet().Count(Encoding.Latin1.GetString(pdf));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
