using System.Globalization;

namespace SmeKpi.Core.Exports;

/// <summary>Tells texts that a spreadsheet could take for a formula. Source of the list: OWASP ASVS 1.2.10.</summary>
public static class FormulaGuard
{
    // Spreadsheets for East Asia take the wide forms of the signs for the narrow ones.
    private const string Signs = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>
    /// True when the first letter that one sees is one of the signs, or the text begins with a tab or a line break. A
    /// hyphen alone is none: it says "no scope".
    /// </summary>
    public static bool IsRisky(string text)
    {
        if (text.Length == 0 || text == "-")
        {
            return false;
        }

        if (text[0] is '\t' or '\r' or '\n')
        {
            return true;
        }

        int first = 0;
        while (first < text.Length && IsUnseen(text[first]))
        {
            first++;
        }

        return first < text.Length && Signs.Contains(text[first], StringComparison.Ordinal);
    }

    /// <summary>The same text with a quote before it where it is risky.</summary>
    public static string Neutral(string text) => IsRisky(text) ? "'" + text : text;

    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
