using SmeKpi.Core.Calendar;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Calendar;

/// <summary>Synthetic: a fictional bank that owes returns from January 2025 on.</summary>
public sealed class FilingCalendarTests
{
    private const string Return = "monthly-loans";

    private static readonly string s_folder = Path.Combine(Repository.SeedData, "calendar");
    private static readonly IndicatorCatalog s_indicators = IndicatorCatalog.LoadFrom(Repository.SeedData);
    private static readonly FilingCalendar s_shipped = FilingCalendar.Load(s_folder, s_indicators);
    private static readonly YearMonth s_june = new(2025, 6);

    private static readonly Bank s_bank = new(
        "X1", new LocalizedText("甲", "A"), BankType.Rural, true, null, new YearMonth(2025, 9), null, []);

    // Due on the 8th working day, 10 July, with two working days of grace: Friday the 11th and Monday the 14th.
    private static readonly FilingCalendar s_calendar = new(
        s_shipped.Days,
        s_shipped.Returns,
        [new Obligation(
            Return, new HashSet<BankType> { BankType.Rural }, DueRule.WorkingDay, 8, Grace: 2, Soon: 3,
            new YearMonth(2025, 1), null, new LocalizedText("甲", "A"), IsConfirmed: true)]);

    [Theory]
    [InlineData("2025-07-04", FilingState.NotDue, 6)]
    [InlineData("2025-07-07", FilingState.DueSoon, 3)]
    [InlineData("2025-07-10", FilingState.DueSoon, 0)]
    [InlineData("2025-07-14", FilingState.DueSoon, 0)]
    [InlineData("2025-07-15", FilingState.Overdue, 5)]
    public void Status_NothingReceived_DependsOnTheDay(string today, FilingState state, int days)
    {
        FilingStatus status = s_calendar.Status(s_bank, Return, s_june, Day(today), null);

        Assert.Equal((state, days, new DateOnly(2025, 7, 10)), (status.State, status.Days, status.Due));
        Assert.True(status.IsConfirmed);
    }

    [Theory]
    [InlineData("2025-07-10", FilingState.Received, 0)]
    [InlineData("2025-07-14", FilingState.Received, 0)]
    [InlineData("2025-07-15", FilingState.Late, 5)]
    public void Status_Received_IsHeldAgainstTheDueDayAndItsGrace(string received, FilingState state, int days)
    {
        FilingStatus status =
            s_calendar.Status(s_bank, Return, s_june, new DateOnly(2025, 12, 1), new FilingArrival(Day(received), 7));

        Assert.Equal((state, days, 7), (status.State, status.Days, status.Arrival?.Import));
    }

    [Theory]
    [InlineData("2025-07-14", FilingState.DueSoon)]
    [InlineData("2025-07-15", FilingState.Waiting)]
    [InlineData("2025-07-30", FilingState.Waiting)]
    public void Status_FiledButNotPublished_WaitsFromTheDayItWasFiled(string today, FilingState state)
    {
        FilingStatus status = s_calendar.Status(
            s_bank, Return, s_june, Day(today), null, new WaitingFiling(new DateOnly(2025, 7, 15), 4));

        Assert.Equal((state, state == FilingState.Waiting ? 4 : null), (status.State, status.Waiting?.Filing));
        Assert.Equal(state == FilingState.Waiting, status.IsLate);
        Assert.Equal(state == FilingState.Waiting, status.IsBehind);
        Assert.Equal(state == FilingState.Waiting ? 5 : 0, status.Days);
    }

    [Theory]
    [InlineData("2025-07-14", "2025-07-14", FilingState.Waiting, false)]
    [InlineData("2025-07-14", "2025-12-31", FilingState.Waiting, false)]
    [InlineData("2025-12-30", "2025-12-31", FilingState.Waiting, true)]
    public void Status_SignedAndNotPublished_IsLateByTheDayItWasFiled(string filed, string today, FilingState state, bool isLate)
    {
        FilingStatus status = s_calendar.Status(s_bank, Return, s_june, Day(today), null, new WaitingFiling(Day(filed), 4));

        Assert.Equal((state, isLate, isLate), (status.State, status.IsLate, status.IsBehind));
    }

    [Theory]
    [InlineData("2025-07-10", FilingState.Waiting, 0)]
    [InlineData("2025-07-14", FilingState.Waiting, 0)]
    [InlineData("2025-07-15", FilingState.Overdue, 5)]
    [InlineData("2025-07-30", FilingState.Overdue, 20)]
    public void Status_WaitsForTheBankItself_IsOverdueAfterTheDay(string today, FilingState state, int days)
    {
        FilingStatus status = s_calendar.Status(
            s_bank, Return, s_june, Day(today), null, new WaitingFiling(new DateOnly(2025, 7, 9), 4, IsWithBank: true));

        Assert.Equal((state, days, 4), (status.State, status.Days, status.Waiting?.Filing));
        Assert.Equal(state == FilingState.Overdue, status.IsBehind);
        Assert.False(status.IsLate);
    }

    [Fact]
    public void Status_CorrectionWaitsBesideFiguresThatCount_IsThatOfTheFirst()
    {
        FilingStatus status = s_calendar.Status(
            s_bank,
            Return,
            s_june,
            new DateOnly(2025, 8, 1),
            new FilingArrival(new DateOnly(2025, 7, 10), 7),
            new WaitingFiling(new DateOnly(2025, 7, 30), 4));

        Assert.Equal((FilingState.Received, null), (status.State, status.Waiting));
    }

    [Fact]
    public void Status_OnADayBeforeTheArrival_DoesNotKnowIt()
    {
        FilingStatus status = s_calendar.Status(
            s_bank, Return, s_june, new DateOnly(2025, 7, 20), new FilingArrival(new DateOnly(2025, 7, 21), 7));

        Assert.Equal((FilingState.Overdue, null), (status.State, status.Arrival));
    }

    [Theory]
    [InlineData("2024-12", BankType.Rural)] // before the obligation
    [InlineData("2025-09", BankType.Rural)] // closed
    [InlineData("2025-06", BankType.Foreign)] // another type
    public void Status_NobodyAskedForIt_IsNotRequired(string month, BankType type)
    {
        FilingStatus status = s_calendar.Status(
            s_bank with { Type = type }, Return, YearMonth.Parse(month), new DateOnly(2026, 1, 1), null);

        Assert.Equal((FilingState.NotRequired, null), (status.State, status.Due));
    }

    [Fact]
    public void Due_ACalendarDayThatIsNoWorkingDay_MovesOn()
    {
        // 13 July 2025 is a Sunday.
        Bank branch = s_bank with { Type = BankType.State };

        Assert.Equal(new DateOnly(2025, 7, 14), s_shipped.Due(branch, "inclusive-mse", s_june));
        Assert.Equal(new DateOnly(2025, 7, 15), s_shipped.Due(s_bank, "inclusive-mse", s_june));
    }

    [Fact]
    public void Due_AYearWithoutNotice_IsNotConfirmed() => Assert.False(
        s_calendar.Status(s_bank with { Closed = null }, Return, new YearMonth(2031, 4), new DateOnly(2031, 4, 1), null).IsConfirmed);

    [Fact]
    public void Load_TheShippedFiles_EveryTypeOwesEveryReturn() => Assert.All(
        Enum.GetValues<BankType>(),
        type => Assert.All(
            s_shipped.Returns, each => Assert.NotNull(s_shipped.Owed(s_bank with { Type = type }, each.Code, s_june))));

    [Theory]
    [InlineData("- return: inclusive-mse", "- return: inclusive", "expected monthly-loans | inclusive-mse")]
    [InlineData("[rural, village]", "[rural, state]", "do not stand above for the same return")]
    [InlineData("rule: calendar-day", "rule: day", "expected working-day | calendar-day")]
    [InlineData("number: 13", "number: 32", "from 1 to 31")]
    [InlineData("loans.inclusive_mse.balance", "loans.none", "a code of indicators.yaml")]
    public void Load_AWrongEntry_IsRefused(string old, string replacement, string words)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("smekpi-");
        try
        {
            string holidays = Path.Combine(s_folder, FilingCalendar.HolidaysFile);
            File.Copy(holidays, Path.Combine(folder.FullName, FilingCalendar.HolidaysFile));
            string text = File.ReadAllText(Path.Combine(s_folder, FilingCalendar.ObligationsFile));
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(
                Path.Combine(folder.FullName, FilingCalendar.ObligationsFile),
                text.Replace(old, replacement, StringComparison.Ordinal));

            DataFileException error = Assert.Throws<DataFileException>(() => FilingCalendar.Load(folder.FullName, s_indicators));

            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.True(error.Line > 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
