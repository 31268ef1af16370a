using System.Globalization;
using System.Resources;

namespace SmeKpi.Web.Formatting;

/// <summary>The words around numbers, from UnitStrings.resx.</summary>
internal sealed class UnitWords(CultureInfo culture)
{
    private static readonly ResourceManager s_words =
        new("SmeKpi.Web.Resources.UnitStrings", typeof(UnitWords).Assembly);

    public string Year => Word("Year");

    public string Month => Word("Month");

    public string Day => Word("Day");

    public string Yi(string number) => Around("Yi", number);

    public string Wan(string number) => Around("Wan", number);

    public string Yuan(string number) => Around("Yuan", number);

    public string Billion(string number) => Around("Billion", number);

    public string Million(string number) => Around("Million", number);

    public string Points(string number) => Around("Points", number);

    public string Count(string number) => Around("Count", number);

    private string Around(string key, string number) => string.Format(CultureInfo.InvariantCulture, Word(key), number);

    private string Word(string key) => s_words.GetString(key, culture)
        ?? throw new MissingManifestResourceException($"UnitStrings has no word '{key}'.");
}
