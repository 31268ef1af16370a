using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>What does not go as usual, so that every standing and every trap has its example.</summary>
internal static class DemoEvents
{
    /// <summary>NPL ratio of its inclusive loans exactly 3.00 points above that of all loans, in every month.</summary>
    public const string ExactGapBank = "D015";

    /// <summary>The same gap and one hundredth of a 万元 more.</summary>
    public const string JustAboveBank = "D027";

    public const string MissingBank = "D029";

    public const string LateBank = "D011";

    public const string CorrectedBank = "D021";

    public static YearMonth MissingMonth { get; } = new(2025, 9);

    public static YearMonth LateMonth { get; } = new(2025, 11);

    public static YearMonth CorrectedMonth { get; } = new(2025, 6);

    /// <summary>Balances that entered (+) or left (−) the statistics without being lent or repaid.</summary>
    public static IReadOnlyList<DemoAdjustment> Adjustments { get; } =
    [
        new("D005", "320902", new(2025, 4), 18m * DemoPaths.Yi, Nfra: 4.2m * DemoPaths.Yi, Pboc: 4m * DemoPaths.Yi),
        new("D019", "320903", new(2025, 4), 0m, Nfra: -1.6m * DemoPaths.Yi, Pboc: 0m),
    ];

    public static bool IsMissing(BankMonth figures) =>
        figures.Bank.Code == MissingBank && figures.Month == MissingMonth;

    public static bool IsLate(BankMonth figures) => figures.Bank.Code == LateBank && figures.Month == LateMonth;

    public static bool IsCorrected(BankMonth figures) =>
        figures.Bank.Code == CorrectedBank && figures.Month == CorrectedMonth;

    public static IEnumerable<DemoAdjustment> AdjustmentsOf(DemoBank bank, string area) =>
        Adjustments.Where(adjustment => adjustment.Bank == bank.Code && adjustment.Area == area);

    /// <summary>The months in which bonds of the local governments replaced bank loans.</summary>
    public static bool DebtIsSwapped(YearMonth month) =>
        new YearMonth(2024, 11) <= month && month <= new YearMonth(2025, 6);

    /// <summary>The return before its correction: inclusive loans too high, their NPL too low in two areas.</summary>
    public static BankMonth AsFirstFiled(BankMonth truth)
    {
        AreaFigures[] largest = [.. truth.Areas.OrderByDescending(area => area.Nfra).Take(2)];
        return truth with
        {
            Areas = [.. truth.Areas.Select(area => !largest.Contains(area) ? area : area with
            {
                Nfra = area.Nfra + (area.Nfra / 16),
                Pboc = area.Pboc + (area.Pboc / 16),
                NfraNpl = area.NfraNpl - (area.NfraNpl / 7),
            })],
        };
    }
}

/// <summary>A coverage adjustment of one bank in one area; amounts in hundredths of 万元.</summary>
internal sealed record DemoAdjustment(
    string Bank, string Area, YearMonth Month, decimal All, decimal Nfra, decimal Pboc);
