using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exports;

/// <summary>Values of an export as every reader takes them.</summary>
internal static class ExportValues
{
    // Excel counts days from here; what went wrong with its year 1900 lies before everything that is exported.
    private static readonly DateTime s_dayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    public static bool Fits(object? value, ExportKind kind) => value is null || kind switch
    {
        ExportKind.Text => value is string,
        ExportKind.Number => value is decimal,
        ExportKind.Month => value is YearMonth,
        ExportKind.Moment => value is DateTimeOffset,
        ExportKind.Flag => value is bool,
        _ => false,
    };

    /// <summary>No exponent, no trailing zeros, a point.</summary>
    public static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset moment) =>
        moment.ToOffset(s_china).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A moment by China's clock as the number of days that spreadsheets count.</summary>
    public static string Days(DateTimeOffset moment) => Days(moment.ToOffset(s_china).DateTime);

    /// <summary>The first day of a month as spreadsheets count it.</summary>
    public static string Days(YearMonth month) =>
        Days(new DateTime(month.Year, month.Month, 1, 0, 0, 0, DateTimeKind.Unspecified));

    private static string Days(DateTime time) => Plain((decimal)(time - s_dayZero).Ticks / TimeSpan.TicksPerDay);
}
