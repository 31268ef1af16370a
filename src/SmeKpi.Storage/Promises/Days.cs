namespace SmeKpi.Storage.Promises;

/// <summary>Days as the database keeps them: yyyymmdd.</summary>
internal static class Days
{
    public static int ToYmd(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    public static DateOnly ToDay(int ymd) => new(ymd / 10_000, ymd / 100 % 100, ymd % 100);
}
