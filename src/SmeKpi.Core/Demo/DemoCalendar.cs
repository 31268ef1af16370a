using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>When files are said to have arrived, as local time of Asia/Shanghai.</summary>
internal sealed class DemoCalendar(DemoRandom random)
{
    public static DateTime BankMaster { get; } = new(2025, 1, 6, 9, 0, 0, DateTimeKind.Unspecified);

    public static DateTime History { get; } = new(2025, 1, 10, 10, 0, 0, DateTimeKind.Unspecified);

    public static DateTime PublishedHistory { get; } = new(2025, 1, 14, 15, 0, 0, DateTimeKind.Unspecified);

    public static DateTime Correction { get; } = new(2025, 8, 5, 16, 20, 0, DateTimeKind.Unspecified);

    private static DateTime Late { get; } = new(2025, 12, 28, 11, 5, 0, DateTimeKind.Unspecified);

    /// <summary>The 8th to 12th of the following month in office hours; one return came much later.</summary>
    public DateTime Received(BankMonth figures) => DemoEvents.IsLate(figures)
        ? Late
        : OfficeHour(
            figures.Month, 8 + random.Below(5, "day", figures.Bank.Code, figures.Month.Number), figures.Bank.Code);

    public DateTime Published(YearMonth month) =>
        OfficeHour(month, 13 + random.Below(3, "day", "published", month.Number), "published");

    private DateTime OfficeHour(YearMonth month, int day, string who)
    {
        YearMonth next = month.AddMonths(1);
        int minute = random.Below(9 * 60, "minute", who, month.Number);
        return new DateTime(next.Year, next.Month, day, 8, 30, 0, DateTimeKind.Unspecified).AddMinutes(minute);
    }
}
