using Microsoft.AspNetCore.Components;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Components.Pages;

/// <summary>A page about one month, one as-of moment and one area, all of which stand in its address.</summary>
public abstract class PeriodPage : ComponentBase
{
    [SupplyParameterFromQuery] public string? Month { get; set; }

    [SupplyParameterFromQuery] public string? AsOf { get; set; }

    [SupplyParameterFromQuery] public string? Region { get; set; }

    [SupplyParameterFromQuery] public string? Reading { get; set; }

    [CascadingParameter] public HttpContext? HttpContext { get; set; }

    [Inject] public required NavigationManager Navigation { get; init; }

    protected ViewQuery Query => ViewQuery.Parse(Month, AsOf, Region, Reading);

    protected CancellationToken Leaving => HttpContext?.RequestAborted ?? CancellationToken.None;
}
