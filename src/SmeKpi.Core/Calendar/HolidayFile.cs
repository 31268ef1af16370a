using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Calendar;

/// <summary>Reads holidays.yaml.</summary>
internal static class HolidayFile
{
    internal static readonly Dictionary<string, bool> Statuses = new()
    {
        ["published"] = true,
        ["to-confirm"] = false,
    };

    public static IReadOnlyList<HolidayYear> Load(string file)
    {
        List<HolidayYear> years = [];
        foreach (YamlMap row in StrictYaml.Read(file).Only("years").Maps("years"))
        {
            YamlText year = row.Text("year");
            if (years.Exists(other => other.Year == year.ToInteger()))
            {
                throw year.Wrong("a year that does not stand above");
            }

            years.Add(ReadYear(row));
        }

        return years;
    }

    private static HolidayYear ReadYear(YamlMap row)
    {
        row.Only("year", "status", "notice", "holidays", "make-up");
        int year = row.Text("year").ToInteger();
        YamlMap notice = row.Map("notice").Only("number", "issued");
        List<Holiday> holidays = [.. row.Maps("holidays").Select(holiday => ReadHoliday(holiday, year))];
        return new HolidayYear(
            year,
            notice.Text("number").Value,
            notice.Text("issued").ToDate(),
            holidays,
            [.. row.Texts("make-up").Select(day => ReadMakeUp(day, year, holidays))],
            row.Text("status").OneOf(Statuses));
    }

    // New Year's holiday may begin in December.
    private static Holiday ReadHoliday(YamlMap row, int year)
    {
        row.Only("name", "from", "to");
        YamlText to = row.Text("to");
        Holiday holiday = new(row.Localized("name"), row.Text("from").ToDate(), to.ToDate());
        return holiday.From <= holiday.To && holiday.To.Year == year && holiday.From.AddDays(14) > holiday.To
            ? holiday
            : throw to.Wrong($"a day of {year}, on the first day off or within two weeks of it");
    }

    private static DateOnly ReadMakeUp(YamlText text, int year, List<Holiday> holidays)
    {
        DateOnly day = text.ToDate();
        return day.Year == year && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            && !holidays.Exists(holiday => holiday.From <= day && day <= holiday.To)
                ? day
                : throw text.Wrong($"a Saturday or Sunday of {year} that is no holiday");
    }
}
