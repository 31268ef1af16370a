using System.Text;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace SmeKpi.Web.Components.Layout;

/// <summary>Writes the dark palette so that it counts only when the reader's system asks for dark.</summary>
/// <remarks>The package decides this in the browser with a script; pages that only show have none.</remarks>
public sealed class DarkWhenPreferred : MudThemeProvider
{
    protected override void BuildRenderTree(RenderTreeBuilder __builder)
    {
        StringBuilder variables = new();
        GenerateTheme(variables);
        __builder.AddMarkupContent(
            0, $"<style>@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{variables}}}\n}}</style>");
    }
}
