using SmeKpi.Core.Calendar;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly string s_folder = Path.Combine(Repository.SeedData, "calendar");

    private static readonly WorkingDays s_days = WorkingDays.Load(Path.Combine(s_folder, FilingCalendar.HolidaysFile));

    // 365 or 366 days, less weekends and holidays, and with the days made up for.
    [Theory]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void IsWorkingDay_AYear_HasAsManyAsTheNoticeLeaves(int year, int expected)
    {
        DateOnly first = new(year, 1, 1);
        int days = DateTime.IsLeapYear(year) ? 366 : 365;

        Assert.Equal(expected, Enumerable.Range(0, days).Count(day => s_days.IsWorkingDay(first.AddDays(day))));
        Assert.True(s_days.IsConfirmed(first));
    }

    [Theory]
    [InlineData("2025-01-26", true)] // a Sunday that makes up for the Spring Festival
    [InlineData("2025-02-04", false)] // the last day of the Spring Festival, a Tuesday
    [InlineData("2025-02-05", true)]
    [InlineData("2022-12-31", false)] // a Saturday
    [InlineData("2023-01-02", false)] // New Year's holiday that began in December
    [InlineData("2026-01-04", true)] // a Sunday
    [InlineData("2031-05-01", true)] // no notice yet: a Thursday
    public void IsWorkingDay_HolidaysAndWhatMakesUpForThem_AreKnown(string day, bool expected) =>
        Assert.Equal(expected, s_days.IsWorkingDay(Day(day)));

    [Fact]
    public void IsConfirmed_AYearWithoutNotice_IsNot() => Assert.False(s_days.IsConfirmed(new DateOnly(2031, 5, 6)));

    [Theory]
    [InlineData("2025-01", 1, "2025-02-05")] // 1 to 4 February are holidays
    [InlineData("2025-01", 4, "2025-02-08")] // 8 February is a Saturday on which people work
    [InlineData("2025-09", 1, "2025-10-09")]
    [InlineData("2025-12", 2, "2026-01-05")]
    public void NthAfter_Holidays_AreSkipped(string month, int number, string expected) =>
        Assert.Equal(Day(expected), s_days.NthAfter(YearMonth.Parse(month), number));

    [Theory]
    [InlineData("2025-02-05", -1, "2025-01-27")]
    [InlineData("2025-02-01", 0, "2025-02-01")]
    [InlineData("2025-02-01", 1, "2025-02-05")]
    public void Add_WorkingDays_GoesBothWays(string day, int number, string expected) =>
        Assert.Equal(Day(expected), s_days.Add(Day(day), number));

    [Theory]
    [InlineData("  - year: 2025", "  - year: 2024", "a year that does not stand above")]
    [InlineData("to: 2025-02-04", "to: 2025-03-04", "within two weeks")]
    [InlineData("[2025-01-26", "[2025-01-27", "a Saturday or Sunday of 2025")]
    [InlineData("number: 国办发明电〔2024〕12号", "no: 12", "unknown key")]
    public void Load_AWrongEntry_IsRefusedWithItsLine(string old, string replacement, string words)
    {
        string text = File.ReadAllText(Path.Combine(s_folder, FilingCalendar.HolidaysFile));
        int at = text.IndexOf(old, StringComparison.Ordinal);
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text[..at] + replacement + text[(at + old.Length)..]);

            DataFileException error = Assert.Throws<DataFileException>(() => WorkingDays.Load(file));

            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.Equal(text[..at].Count(letter => letter == '\n') + 1, error.Line);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
