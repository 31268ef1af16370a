namespace SmeKpi.Core.Policies;

/// <summary>The readings that the program can compute (design.md §2.1).</summary>
public static class ReadingNames
{
    /// <summary>判定读法, as decided for the city</summary>
    public const string Ruling = "ruling";

    /// <summary>RMB instead of RMB and foreign currency</summary>
    public const string Rmb = "rmb";

    /// <summary>还原口径: plus write-offs, transfers and debt-swap repayments</summary>
    public const string Adjusted = "adjusted";

    /// <summary>比年初: measured from last December</summary>
    public const string SinceYearStart = "since-year-start";

    /// <summary>Without coverage adjustments</summary>
    public const string Plain = "plain";

    /// <summary>普惠小微 in the PBoC's scope</summary>
    public const string Pboc = "pboc";

    /// <summary>Year to date against the same months of last year</summary>
    public const string SameMonths = "same-months";

    /// <summary>A single month against the same month of last year</summary>
    public const string Month = "month";

    /// <summary>December against December</summary>
    public const string December = "december";

    public static IReadOnlyList<string> All { get; } =
        [Ruling, Rmb, Adjusted, SinceYearStart, Plain, Pboc, SameMonths, Month, December];
}
