using System.Globalization;
using System.Resources;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>The words of the templates, from TemplateWords.resx (Chinese) and TemplateWords.en.resx.</summary>
internal static class TemplateWords
{
    private static readonly ResourceManager s_words = new(typeof(TemplateWords));
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <exception cref="KeyNotFoundException">The key has no words.</exception>
    public static string In(string key, CultureInfo culture) =>
        s_words.GetString(key, IsChinese(culture) ? CultureInfo.InvariantCulture : s_english)
        ?? throw new KeyNotFoundException($"TemplateWords.resx has no '{key}'.");

    /// <summary>The words of several keys that count from 1.</summary>
    public static IEnumerable<string> Lines(string key, int count, CultureInfo culture) => Enumerable.Range(1, count)
        .Select(number => In(key + number.ToString(CultureInfo.InvariantCulture), culture));

    public static LocalizedText Both(string key) =>
        new(In(key, CultureInfo.GetCultureInfo("zh-CN")), In(key, s_english));

    private static bool IsChinese(CultureInfo culture) => culture.Name.StartsWith("zh", StringComparison.Ordinal);
}
