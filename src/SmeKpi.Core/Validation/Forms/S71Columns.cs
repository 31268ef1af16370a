namespace SmeKpi.Core.Validation.Forms;

/// <summary>The columns of S71_I: letters for what is counted, digits for the credit line of the borrower.</summary>
internal static class S71Columns
{
    public const string Form = "S71_I";

    /// <summary>余额, 户数, 不良, 累放额, 累放户数, 累放利息</summary>
    public static IReadOnlyList<string> Letters { get; } = ["A", "B", "C", "D", "E", "F"];

    /// <summary>≤ 100, 100–500, 500–1000 and 1000–3000 万元</summary>
    public static IReadOnlyList<string> Brackets { get; } = ["1", "2", "3", "4"];

    /// <summary>The total, the four brackets, and ≤ 1000 万元 without bill financing.</summary>
    public static IReadOnlyList<string> All { get; } = ["", "1", "2", "3", "4", "5"];

    /// <summary>Whether a column counts since 1 January: granted, borrowers, interest.</summary>
    public static bool IsYearToDate(string column) => column.Length > 0 && column[0] is 'D' or 'E' or 'F';
}
