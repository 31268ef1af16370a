using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Policies;

/// <summary>How year ends are forecast: decisions, not law. Method: docs/adr/0016-forecasts.md.</summary>
/// <param name="FewestMonths">Complete monthly flows without which there is no probability.</param>
/// <param name="Paths">Simulated courses to December.</param>
/// <param name="Seed">Makes the same figures give the same paths on every machine.</param>
/// <param name="GreenFrom">The probability from which on green is proposed, 0.70 for 70 %.</param>
/// <param name="AmberFrom">The probability from which on amber is proposed; below it, red.</param>
public sealed record ForecastRules(
    int FewestMonths, int Paths, int Seed, decimal GreenFrom, decimal AmberFrom, NewYearLull NewYear)
{
    /// <exception cref="DataFileException">A key is missing, or a number is out of its range.</exception>
    public static ForecastRules Load(string file)
    {
        YamlMap root = StrictYaml.Read(file).Only("fewest-months", "paths", "seed", "lights", "new-year");
        YamlMap lights = root.Map("lights").Only("green-from", "amber-from");
        decimal green = Within(lights.Text("green-from"), 1, 100);
        decimal amber = Within(lights.Text("amber-from"), 0, 99);
        return amber >= green
            ? throw lights.Text("amber-from").Wrong($"less than green-from, {green}")
            : new ForecastRules(
                (int)Within(root.Text("fewest-months"), 24, 240),
                (int)Within(root.Text("paths"), 100, 100_000),
                root.Text("seed").ToInteger(),
                green / 100m,
                amber / 100m,
                NewYearLull.Read(root.Map("new-year")));
    }

    private static decimal Within(YamlText text, int least, int most) =>
        text.ToInteger() is var number && number >= least && number <= most
            ? number
            : throw text.Wrong($"a whole number from {least} to {most}");
}

/// <summary>春节: the weeks around Chinese New Year in which little is lent, and which move between January and February.</summary>
/// <param name="Dates">New Year's Day by year.</param>
public sealed record NewYearLull(int DaysBefore, int DaysAfter, IReadOnlyDictionary<int, DateOnly> Dates)
{
    /// <summary>Days of the lull within a month; none in a year whose date is not known.</summary>
    public int DaysIn(int year, int month)
    {
        if (!Dates.TryGetValue(year, out DateOnly day))
        {
            return 0;
        }

        DateOnly first = new(year, month, 1);
        int from = Math.Max(day.AddDays(-DaysBefore).DayNumber, first.DayNumber);
        int to = Math.Min(day.AddDays(DaysAfter).DayNumber, first.AddMonths(1).DayNumber - 1);
        return Math.Max(0, to - from + 1);
    }

    internal static NewYearLull Read(YamlMap row)
    {
        row.Only("days-before", "days-after", "dates");
        Dictionary<int, DateOnly> dates = [];
        foreach (YamlText text in row.Texts("dates"))
        {
            DateOnly day = text.ToDate();
            if (day.Month > 2 || !dates.TryAdd(day.Year, day))
            {
                throw text.Wrong("a day in January or February, one for each year");
            }
        }

        return new NewYearLull(Days(row.Text("days-before")), Days(row.Text("days-after")), dates);
    }

    private static int Days(YamlText text) =>
        text.ToInteger() is >= 0 and <= 31 and var days ? days : throw text.Wrong("a number of days from 0 to 31");
}
