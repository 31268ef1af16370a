using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>单位贷款放款 (DWDKFK) of one month, summed: the amount granted and the interest of a year on it.</summary>
/// <remarks>
/// The rate of the sums is Σ amount × rate ÷ Σ amount, domain §3.3. Only yuan is summed: another currency is worth an
/// unknown number of yuan here. Discounted bills are no corporate loans in that sense.
/// </remarks>
internal sealed class Disbursements
{
    private const int Fields = 10;
    private const int Receipt = 1;
    private const int Customer = 2;
    private const int Transaction = 4;
    private const int Day = 5;
    private const int Currency = 6;
    private const int Amount = 7;
    private const int BaseRate = 8;
    private const int Rate = 9;
    private const string Yuan = "CNY";

    // Percent per year. Above it a rate is not lawful for a loan of a bank.
    private const decimal HighestRate = 36m;
    private const decimal LowestSpread = -2m;
    private const decimal HighestSpread = 8m;

    // A filing whose rates are fractions instead of percent lies below it, one in basis points far above.
    private const decimal LowestMean = 0.5m;
    private const decimal HighestMean = 24m;

    private readonly HashSet<(string, string)> _seen = [];
    private RateRow? _first;
    private decimal _granted;
    private decimal _percentTimesYuan;
    private decimal _bills;
    private int _billRows;

    public static Disbursements Read(IEnumerable<RateRow> rows, LoanBase loans, RateRowReader reader)
    {
        Disbursements sums = new();
        foreach (RateRow row in rows)
        {
            sums._first ??= row;
            if (reader.Fits(row, Fields))
            {
                sums.Add(row, loans, reader);
            }
        }

        return sums;
    }

    /// <summary>Looks at the sums: rates in another unit show in their mean.</summary>
    public void Judge(FindingList findings)
    {
        if (_billRows > 0)
        {
            findings.Add(
                RuleNumbers.BillsLeftOut, null, FormattableString.Invariant($"{_billRows} × F06…, Σ {_bills}"),
                "PJTX…");
        }

        if (_granted > 0m && _percentTimesYuan / _granted is var mean && mean is < LowestMean or > HighestMean)
        {
            findings.Add(
                RuleNumbers.RateOutOfRange, null, FormattableString.Invariant($"{decimal.Round(mean, 6)} %"),
                FormattableString.Invariant($"{LowestMean} % .. {HighestMean} %"));
        }
    }

    /// <summary>The two figures, in yuan; both are zero when the bank granted nothing.</summary>
    public List<Figure> Figures(string bank, string region, YearMonth month, FindingList findings)
    {
        SourceUnit unit = SourceUnit.Names["元"];
        RateRow at = _first ?? new RateRow(RateTypes.Disbursement, 1, []);
        return
        [
            Of(IndicatorCodes.LoansCorporateGranted, _granted, Amount),
            Of(IndicatorCodes.LoansCorporateInterest, _percentTimesYuan / 100m, Rate),
        ];

        Figure Of(string indicator, decimal yuan, int field)
        {
            Quantity? value = unit.Convert(yuan);
            if (value is null)
            {
                findings.Add(RuleNumbers.NotStorable, at.Cell(field), FormattableString.Invariant($"{yuan}"), "0.00");
            }

            return new Figure(new SeriesKey(indicator, ScopeCodes.None, bank, region), month, value, at.Cell(field));
        }
    }

    private void Add(RateRow row, LoanBase loans, RateRowReader reader)
    {
        string receipt = row[Receipt];
        CheckDay(row, reader);
        if (!_seen.Add((receipt, row[Transaction])))
        {
            reader.Report(RuleNumbers.RepeatedReceipt, row, Transaction, "1 ×");
        }

        LoanBase.Loan? loan = loans.Find(receipt, row[Customer]);
        if (loan is null)
        {
            reader.Report(RuleNumbers.BaseRowMissing, row, Receipt, RateTypes.Base);
        }

        decimal? amount = reader.ReadNumber(row, Amount, "0.00");
        decimal? rate = ReadRate(row, reader);
        if (loan is { } known && amount is { } yuan && rate is { } percent)
        {
            Sum(row, known, yuan, percent, reader);
        }
    }

    private void Sum(RateRow row, LoanBase.Loan loan, decimal yuan, decimal percent, RateRowReader reader)
    {
        if (RateTypes.IsBillFinancing(loan.Product))
        {
            _billRows++;
            _bills += yuan;
        }
        else if (row[Currency] != Yuan)
        {
            reader.Report(RuleNumbers.ForeignLeftOut, row, Currency, Yuan);
        }
        else
        {
            _granted += yuan;
            _percentTimesYuan += yuan * percent;
        }
    }

    private static void CheckDay(RateRow row, RateRowReader reader)
    {
        if (reader.ReadDate(row, Day) is { } day && (day.Year, day.Month) != (reader.Date.Year, reader.Date.Month))
        {
            reader.Report(RuleNumbers.OutsidePeriod, row, Day, $"{reader.Date:yyyyMM}..");
        }
    }

    private static decimal? ReadRate(RateRow row, RateRowReader reader)
    {
        if (reader.ReadNumber(row, Rate, "0.00000") is not { } rate)
        {
            return null;
        }

        if (rate > HighestRate)
        {
            reader.Report(RuleNumbers.RateOutOfRange, row, Rate, $"0 % .. {HighestRate} %");
        }
        else if (NumberText.TryParse(row[BaseRate], out decimal based)
            && rate - based is < LowestSpread or > HighestSpread)
        {
            reader.Report(
                RuleNumbers.SpreadIsOdd, row, Rate, $"{row[BaseRate]} % + ({LowestSpread} .. {HighestSpread})");
        }

        return rate;
    }
}
