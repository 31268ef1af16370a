using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SmeKpi.Core.Dashboards;
using SmeKpi.Web.Dashboards;
using SmeKpi.Web.Resources;
using SmeKpi.Web.Tests.Panels;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Dashboards;

/// <summary>src/docs/panels.md says what the catalogue says; SMEKPI_WRITE_REFERENCE=1 writes it.</summary>
public sealed class PanelReferenceTests : PanelContext
{
    [Fact]
    public void File_OfTheCatalogue_IsUpToDate()
    {
        string path = Path.Combine(Repository.Root, "src", "docs", "panels.md");
        string text = Text(Services.GetRequiredService<IStringLocalizer<PanelStrings>>());
        if (Environment.GetEnvironmentVariable("SMEKPI_WRITE_REFERENCE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.ReadAllText(path));
        Assert.DoesNotContain("Kind_", text, StringComparison.Ordinal);
    }

    private static string Text(IStringLocalizer words)
    {
        StringBuilder text = new("# Panels\n\nWhat a file of [dashboards](../../dashboards) may be made of. A test writes this page and its pictures.\n");
        foreach (PanelForm form in PanelCatalog.All)
        {
            string key = $"Kind_{form.Name}";
            text.Append(CultureInfo.InvariantCulture, $"\n## {form.Name}\n\n{In("en", words, key)} {In("zh-CN", words, key)}\n\n")
                .Append(CultureInfo.InvariantCulture, $"* Takes {In("en", words, $"Takes_{form.Takes}")}: `{PanelExample.Of(form)}`\n")
                .Append(CultureInfo.InvariantCulture, $"* Pages: {string.Join(", ", form.Pages.Select(page => In("en", words, $"Page_{page}")))}\n\n")
                .Append(CultureInfo.InvariantCulture, $"![{form.Name}](panels/{form.Name}.png)\n");
        }

        return text.ToString();
    }

    private static string In(string culture, IStringLocalizer words, string key)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return words[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
