using System.Text.RegularExpressions;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Filing;

/// <summary>The month that a file is filed for when nobody says so: named by the file, else the one that is due.</summary>
internal static partial class FilingMonth
{
    public static YearMonth Of(string fileName, DateTimeOffset now)
    {
        Match named = InName().Match(fileName);
        if (named.Success && YearMonth.TryParse($"{named.Groups[1].Value}-{named.Groups[2].Value}", out YearMonth month))
        {
            return month;
        }

        DateTimeOffset china = now.ToOffset(Moments.ChinaOffset);
        return new YearMonth(china.Year, china.Month).AddMonths(-1);
    }

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})(?:[-_.\\u5E74]?)(0[1-9]|1[0-2])(?![0-9]{3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InName();
}
