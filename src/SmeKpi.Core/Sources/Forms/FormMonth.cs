using System.Globalization;
using System.Text.RegularExpressions;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>The month of a form, as its heading writes it.</summary>
/// <remarks>2025.1 is refused: a number that lost its last zero may mean October.</remarks>
internal static partial class FormMonth
{
    /// <param name="text">What stands behind 报表日期: a day, a month or a range of months of one year.</param>
    /// <returns>The month, the last one of a range; null when there is none.</returns>
    public static YearMonth? Read(string text) => InWords(text) ?? First(FormText.Narrow(text), Digits());

    /// <summary>A month inside a title: only with 年 and 月 or as a whole day, as titles carry versions too.</summary>
    public static YearMonth? InWords(string text)
    {
        string narrow = FormText.Narrow(text);
        return First(narrow, Range()) ?? First(narrow, Chinese()) ?? First(narrow, Day());
    }

    private static YearMonth? First(string text, Regex form)
    {
        foreach (Match match in form.Matches(text))
        {
            int year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            int month = int.Parse(match.Groups["month"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (MonthText.IsPlausible(year) && month is >= 1 and <= 12)
            {
                return new YearMonth(year, month);
            }
        }

        return null;
    }

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4}) ?年 ?[0-9]{1,2} ?月? ?[-—–~至到] ?(?<month>[0-9]{1,2}) ?月")]
    private static partial Regex Range();

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4}) ?年 ?(?<month>[0-9]{1,2}) ?月")]
    private static partial Regex Chinese();

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.][0-9]{1,2}(?![0-9])")]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?:[-/](?<month>[0-9]{1,2})|\.(?<month>[0-9]{2})|(?<month>[0-9]{2})(?:[0-9]{2})?)$")]
    private static partial Regex Digits();
}
