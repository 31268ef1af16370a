using System.Globalization;
using System.Text.RegularExpressions;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources;

/// <summary>Compares the months in a file with the year in its name and with the month it was filed for.</summary>
internal static partial class ContentMatchesFiling
{
    public static ParsedFile Check(ParsedFile parsed, string name, YearMonth? filedFor)
    {
        if (parsed.IsRefused || parsed.Figures.Count == 0)
        {
            return parsed;
        }

        if (WrongYear(parsed, name) is { } wrongYear)
        {
            return ParsedFile.Refused(parsed.Layout, wrongYear);
        }

        if (filedFor is { } month && parsed.Figures.All(figure => figure.Month != month))
        {
            Finding missing = new(RuleNumbers.MonthNotInFile, null, Months(parsed.Figures), month.ToString());
            return ParsedFile.Refused(parsed.Layout, missing);
        }

        return parsed;
    }

    // A name may carry several years, and a return for December is often named by the January it is filed in.
    private static Finding? WrongYear(ParsedFile parsed, string name)
    {
        int first = parsed.Figures.Min(figure => figure.Month.Year);
        int last = parsed.Figures.Max(figure => figure.Month.Year);
        int latestInName = parsed.Layout == LayoutNames.TidyReturn || parsed.Forms.Count > 0 ? last + 1 : last;
        List<int> years = [.. YearInName().Matches(name).Select(
            match => int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];
        return years.Count == 0 || years.Any(year => year >= first && year <= latestInName)
            ? null
            : new Finding(RuleNumbers.WrongYearInName, null, SourceText.Show(name), Months(parsed.Figures));
    }

    private static string Months(IReadOnlyList<Figure> figures)
    {
        YearMonth first = figures.Min(figure => figure.Month);
        YearMonth last = figures.Max(figure => figure.Month);
        return first == last ? $"{first}" : $"{first} .. {last}";
    }

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex YearInName();
}
