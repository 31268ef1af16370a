using System.Globalization;
using System.Resources;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

/// <summary>The words of the rules, from RuleMessages.resx (Chinese) and RuleMessages.en.resx.</summary>
public static class RuleMessages
{
    private const string InFile = "WhereFile";
    private const string InLine = "WhereLine";
    private const string InCell = "WhereCell";

    private static readonly ResourceManager s_words = new(typeof(RuleMessages));

    // 。发现： and the same in English: what comes before is the rule, what follows is one breach of it.
    private static readonly string[] s_foundFollows = ["\u3002\u53D1\u73B0\uFF1A", ". Found:"];
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>One sentence for a person: number, place, what is wrong, what was found, what was expected.</summary>
    /// <param name="culture">Chinese for any Chinese culture, English for all others.</param>
    /// <exception cref="KeyNotFoundException">The rule has no words.</exception>
    public static string Describe(Finding finding, CultureInfo culture) => Word(finding.Rule, culture)
        .Replace("{where}", Where(finding.Cell, culture), StringComparison.Ordinal)
        .Replace("{expected}", finding.Expected, StringComparison.Ordinal)
        .Replace("{found}", finding.Found, StringComparison.Ordinal);

    /// <summary>What is wrong when a rule is broken, without number, place and values.</summary>
    /// <param name="culture">Chinese for any Chinese culture, English for all others.</param>
    /// <exception cref="KeyNotFoundException">The rule has no words.</exception>
    public static string Statement(string rule, CultureInfo culture)
    {
        string words = Word(rule, culture);
        int start = words.IndexOf("{where}", StringComparison.Ordinal) + "{where}".Length;
        int end = s_foundFollows.Max(follows => words.IndexOf(follows, start, StringComparison.Ordinal));
        return words[start..(end < 0 ? words.Length : end)].TrimStart(':', '：', ' ').TrimEnd();
    }

    private static string Where(SourceCell? cell, CultureInfo culture) => cell switch
    {
        null => Word(InFile, culture),
        { Sheet.Length: 0 } at => Fill(Word(InLine, culture), at),
        { } at => Fill(Word(InCell, culture), at),
    };

    private static string Fill(string words, SourceCell cell) => words
        .Replace("{row}", cell.Row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{column}", cell.Column.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{cell}", $"{Letters(cell.Column)}{cell.Row}", StringComparison.Ordinal)
        .Replace("{sheet}", cell.Sheet, StringComparison.Ordinal);

    private static string Letters(int column) =>
        column <= 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private static string Word(string key, CultureInfo culture) =>
        s_words.GetString(key, culture.TwoLetterISOLanguageName == "zh" ? culture : s_english)
        ?? throw new KeyNotFoundException($"'{key}' has no words in RuleMessages.resx.");
}
