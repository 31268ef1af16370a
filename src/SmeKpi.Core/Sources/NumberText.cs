using System.Globalization;

namespace SmeKpi.Core.Sources;

/// <summary>Numbers as they stand in files: digits, a point, an optional minus, commas only between thousands.</summary>
internal static class NumberText
{
    // Far above any amount a file may hold, and small enough that 亿元 still fits into a decimal as yuan.
    private const decimal Largest = 1e18m;

    /// <summary>The tokens that publishers and banks write where there is no figure.</summary>
    private static readonly string[] s_missing = ["", "-", "--", "—", "——", "…", "……", "..."];

    public static bool IsMissing(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> token = TrimSpaces(text);
        foreach (string missing in s_missing)
        {
            if (token.SequenceEqual(missing))
            {
                return true;
            }
        }

        return false;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        ReadOnlySpan<char> token = TrimSpaces(text);

        // decimal.TryParse ignores where commas stand and reads a German 1,5 as 15.
        return decimal.TryParse(token, Style, CultureInfo.InvariantCulture, out number)
            && (!token.Contains(',') || CommasSeparateThousands(token))
            && decimal.Abs(number) <= Largest;
    }

    // Spaces of every kind, among them the no-break and the ideographic one.
    public static ReadOnlySpan<char> TrimSpaces(ReadOnlySpan<char> text) => text.Trim().Trim('\u200B').Trim();

    private static bool CommasSeparateThousands(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> digits = token.TrimStart("+-");
        int point = digits.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? digits : digits[..point];
        if (point >= 0 && digits[point..].Contains(','))
        {
            return false;
        }

        for (int fromEnd = 1; fromEnd <= whole.Length; fromEnd++)
        {
            bool isComma = whole[^fromEnd] == ',';
            if (isComma != (fromEnd % 4 == 0))
            {
                return false;
            }
        }

        return whole[0] != ',';
    }
}
