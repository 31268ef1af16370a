using System.Globalization;
using System.Text;

namespace SmeKpi.SampleData;

/// <summary>Tidy returns of banks that do not exist.</summary>
public static class TidyReturns
{
    public const string Header = "month,bank_code,region_code,indicator,scope,value,unit";

    /// <summary>A return marked as synthetic, with the given rows below the header.</summary>
    public static byte[] With(params IReadOnlyList<string> rows) =>
        Encoding.UTF8.GetBytes($"# synthetic: true\n{Header}\n{string.Join('\n', rows)}\n");

    /// <summary>Many rows: balances of one fictional bank per hundred rows.</summary>
    public static byte[] Many(int rows)
    {
        StringBuilder text = new("# synthetic: true\n" + Header + "\n");
        for (int row = 0; row < rows; row++)
        {
            int month = row % 100;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{2018 + (month / 12)}-{(month % 12) + 1:00},B{row / 100:0000},320902,loans.all.balance,rmb_fx,{row}.25,万元\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
