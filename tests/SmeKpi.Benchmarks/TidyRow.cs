namespace SmeKpi.Benchmarks;

/// <summary>One row of a tidy return.</summary>
/// <param name="Month">As yyyymm.</param>
/// <param name="Value">In whole units of <paramref name="Unit"/>.</param>
internal sealed record TidyRow(
    int Month, string Bank, string Region, string Indicator, string Scope, long Value, string Unit);

/// <summary>Returns of forty fictional banks: as many rows as wanted, all of them valid, the same every time.</summary>
internal static class TidyRows
{
    private const int Banks = 40;
    private const int FirstYear = 2022;

    private static readonly string[] s_counties =
        ["320902", "320903", "320904", "320921", "320922", "320923", "320924", "320925", "320981"];

    /// <summary>Parts stay below their wholes, so that no check has anything to say.</summary>
    private static readonly (string Code, string Scope, long Level, string Unit)[] s_indicators =
    [
        ("deposits.all.balance", "rmb_fx", 4_000_000_000, "yuan"),
        ("loans.all.balance", "rmb_fx", 3_000_000_000, "yuan"),
        ("loans.all.npl", "rmb_fx", 30_000_000, "yuan"),
        ("loans.mse.balance", "rmb_fx", 1_500_000_000, "yuan"),
        ("loans.inclusive_mse.balance", "nfra", 900_000_000, "yuan"),
        ("loans.inclusive_mse.npl", "nfra", 12_000_000, "yuan"),
        ("loans.inclusive_mse.borrowers", "nfra", 2_000, "count"),
        ("loans.credit.balance", "rmb_fx", 600_000_000, "yuan"),
        ("loans.medium_long_term.balance", "rmb_fx", 1_200_000_000, "yuan"),
        ("loans.green.balance", "rmb_fx", 200_000_000, "yuan"),
    ];

    public static IReadOnlyList<TidyRow> Take(int count) =>
    [
        .. (from month in Enumerable.Range(0, int.MaxValue)
            from bank in Enumerable.Range(1, Banks)
            from county in Enumerable.Range(0, s_counties.Length)
            from indicator in s_indicators
            select new TidyRow(
                ((FirstYear + (month / 12)) * 100) + (month % 12) + 1, Bank(bank), s_counties[county], indicator.Code,
                indicator.Scope, indicator.Level / 100 * (100 + bank + county + month), indicator.Unit)).Take(count),
    ];

    public static void WriteReturn(string path, IEnumerable<TidyRow> rows)
    {
        using StreamWriter file = new(path);
        file.WriteLine("# synthetic: true");
        file.WriteLine("month,bank_code,region_code,indicator,scope,value,unit");
        foreach (TidyRow row in rows)
        {
            file.Write($"{row.Month / 100:D4}-{row.Month % 100:D2},{row.Bank},{row.Region},");
            file.WriteLine($"{row.Indicator},{row.Scope},{row.Value},{row.Unit}");
        }
    }

    public static void WriteBankMaster(string path)
    {
        using StreamWriter file = new(path);
        file.WriteLine("# synthetic: true");
        file.WriteLine("bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor");
        for (int bank = 1; bank <= Banks; bank++)
        {
            file.WriteLine($"{Bank(bank)},Made-up {bank},Made-up bank {bank},rural,true,2010-01,,");
        }
    }

    private static string Bank(int number) => $"BENCH{number:D3}";
}
