using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>单位贷款基础 (DWDKJC): the loans by receipt (借据编号), with customer and product.</summary>
internal sealed class LoanBase
{
    private const int Fields = 18;
    private const int Receipt = 2;
    private const int Product = 3;
    private const int Customer = 4;

    private readonly Dictionary<string, Loan> _loans = new(StringComparer.Ordinal);

    public readonly record struct Loan(string Customer, string Product);

    public static LoanBase Read(IEnumerable<RateRow> rows, RateRowReader reader)
    {
        LoanBase loans = new();
        foreach (RateRow row in rows)
        {
            if (reader.Fits(row, Fields)
                && reader.ReadCode(row, Receipt) is { } receipt
                && reader.ReadCode(row, Customer) is { } customer
                && !loans._loans.TryAdd(receipt, new Loan(customer, row[Product])))
            {
                reader.Report(RuleNumbers.RepeatedReceipt, row, Receipt, "1 ×");
            }
        }

        return loans;
    }

    /// <returns>Null when there is no base row for a receipt of this customer.</returns>
    public Loan? Find(string receipt, string customer) =>
        _loans.TryGetValue(receipt, out Loan loan) && loan.Customer == customer ? loan : null;
}
