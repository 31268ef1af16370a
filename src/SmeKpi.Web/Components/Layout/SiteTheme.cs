using MudBlazor;

namespace SmeKpi.Web.Components.Layout;

/// <summary>Colours and fonts of screen pages. Text in any of these colours reaches 4.5 : 1 on its ground in both themes.</summary>
public static class SiteTheme
{
    private static readonly string[] s_fonts =
    [
        "\"Microsoft YaHei\"", "\"PingFang SC\"", "\"Noto Sans CJK SC\"", "\"Noto Sans SC\"", "\"SmeKpi Sans\"", "sans-serif",
    ];

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b4a84",
            Secondary = "#5b4b8a",
            Tertiary = "#0f6b6b",
            Info = "#0a5c91",
            Success = "#176b3a",
            Warning = "#8a4b00",
            Error = "#b3231a",
            Background = "#f3f5f8",
            Surface = "#ffffff",
            AppbarBackground = "#0b3a69",
            AppbarText = "#ffffff",
            TextPrimary = "#1b2430",
            TextSecondary = "#4d5a69",
            LinesDefault = "#d6dce4",
            TableLines = "#dfe4ea",
            Divider = "#d6dce4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8cc2f5",
            Secondary = "#c3b3f2",
            Tertiary = "#7fd1cf",
            Info = "#8cc2f5",
            Success = "#7ed09b",
            Warning = "#f2b866",
            Error = "#ff9a90",
            Background = "#12171e",
            Surface = "#1b222b",
            AppbarBackground = "#0d2238",
            AppbarText = "#eef3f8",
            TextPrimary = "#e7ecf2",
            TextSecondary = "#aab6c3",
            LinesDefault = "#36414e",
            TableLines = "#303a46",
            Divider = "#36414e",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = s_fonts },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
