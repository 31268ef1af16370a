using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Panels;

/// <summary>Draws components in one language; every test of a panel starts here.</summary>
public abstract class PanelContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    protected PanelContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddScoped(_ => new QuantityFormatter(CultureInfo.CurrentUICulture));
        Services.AddScoped<BesideWords>();
        Read("zh-CN");
    }

    /// <summary>The language of what is drawn from now on; call it before the first drawing.</summary>
    protected static void Read(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    protected static TargetView Target(string id, int year = 2025, int month = 6)
    {
        ViewData data = SampleViews.Data(new YearMonth(year, month));
        return TargetReader.Target(data, data.Policy.Provision(id));
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = _before;
        base.Dispose(disposing);
    }
}
