using System.Globalization;
using System.Text.RegularExpressions;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>A month heading: 2025.01, 2025-01, 2025年1月, and 2025.1 for October where a number lost its zero.</summary>
internal static partial class MonthHeading
{
    /// <param name="expected">The month that follows the column before; null for the first column.</param>
    /// <returns>Null when the text is no month or not the expected one.</returns>
    public static YearMonth? Read(string text, YearMonth? expected)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int number = int.Parse(match.Groups["month"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        bool mayBeOctober = match.Groups["month"].Length == 1 && number == 1 && expected is { Month: 10 };
        int month = mayBeOctober ? 10 : number;
        if (!MonthText.IsPlausible(year) || month is < 1 or > 12)
        {
            return null;
        }

        YearMonth read = new(year, month);
        return expected is null || read == expected ? read : null;
    }

    [GeneratedRegex("^\\s*(?<year>[0-9]{4})\\s*[.．\\-年/]\\s*(?<month>[0-9]{1,2})\\s*月?\\s*$")]
    private static partial Regex Pattern();
}
