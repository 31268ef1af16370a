namespace SmeKpi.Core.Sources.Rates;

/// <summary>单位贷款余额 (DWDKYE): only its form is checked; a loan granted and repaid in one month has none.</summary>
internal static class LoanBalances
{
    private const int Fields = 6;
    private const int Receipt = 1;
    private const int Balance = 5;

    public static void Check(IEnumerable<RateRow> rows, RateRowReader reader)
    {
        foreach (RateRow row in rows)
        {
            if (reader.Fits(row, Fields))
            {
                reader.ReadCode(row, Receipt);
                reader.ReadNumber(row, Balance, "0.00");
            }
        }
    }
}
