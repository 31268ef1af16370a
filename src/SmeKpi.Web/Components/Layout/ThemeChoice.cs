namespace SmeKpi.Web.Components.Layout;

public enum ThemeChoice
{
    /// <summary>As the reader's system asks</summary>
    Auto,
    Light,
    Dark,
}

/// <summary>Reads and writes the reader's choice of a theme.</summary>
public static class ThemeChoices
{
    public const string CookieName = "smekpi-theme";

    /// <returns><see cref="ThemeChoice.Auto"/> when nothing, or nothing known, was chosen.</returns>
    public static ThemeChoice FromCookie(HttpContext? context) => Parse(context?.Request.Cookies[CookieName]);

    public static ThemeChoice Parse(string? text) => text switch
    {
        "light" => ThemeChoice.Light,
        "dark" => ThemeChoice.Dark,
        _ => ThemeChoice.Auto,
    };

    public static string ToCookie(this ThemeChoice theme) => theme switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        _ => "auto",
    };

    public static string ToColorScheme(this ThemeChoice theme) =>
        theme == ThemeChoice.Auto ? "light dark" : theme.ToCookie();
}
