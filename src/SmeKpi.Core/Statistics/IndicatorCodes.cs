namespace SmeKpi.Core.Statistics;

/// <summary>The indicators that the judged targets are computed from. All others are named only in indicators.yaml.</summary>
public static class IndicatorCodes
{
    /// <summary>各项贷款余额</summary>
    public const string LoansAll = "loans.all.balance";

    /// <summary>不良贷款余额</summary>
    public const string LoansAllNpl = "loans.all.npl";

    /// <summary>普惠型小微企业贷款余额</summary>
    public const string LoansInclusiveMse = "loans.inclusive_mse.balance";

    /// <summary>普惠型小微企业不良贷款余额</summary>
    public const string LoansInclusiveMseNpl = "loans.inclusive_mse.npl";

    /// <summary>企业贷款当月发放额, without bill financing</summary>
    public const string LoansCorporateGranted = "loans.corporate.granted";

    /// <summary>Σ amount granted × annual rate: the numerator of the weighted corporate rate</summary>
    public const string LoansCorporateInterest = "loans.corporate.interest";

    /// <summary>核销</summary>
    public const string LoansAllWrittenOff = "loans.all.written_off";

    /// <summary>转让</summary>
    public const string LoansAllTransferred = "loans.all.transferred";

    /// <summary>债务置换归还</summary>
    public const string LoansAllDebtSwapRepaid = "loans.all.debt_swap_repaid";

    /// <summary>Balance that entered (+) or left (−) the statistics in the month without being lent or repaid</summary>
    public const string LoansAllCoverageAdjustment = "loans.all.coverage_adjustment";

    /// <summary>The same for inclusive loans</summary>
    public const string LoansInclusiveMseCoverageAdjustment = "loans.inclusive_mse.coverage_adjustment";

    /// <summary>一年期LPR: the nation's, beside the corporate rate; no target is computed from it</summary>
    public const string Lpr1y = "lpr.1y";

    /// <summary>普惠型小微企业贷款有余额户数</summary>
    public const string LoansInclusiveMseBorrowers = "loans.inclusive_mse.borrowers";

    /// <summary>普惠型小微企业贷款累计发放额, since the beginning of the year</summary>
    public const string LoansInclusiveMseGranted = "loans.inclusive_mse.granted_ytd";

    /// <summary>普惠型小微企业贷款累计年化利息, on what was granted since the beginning of the year</summary>
    public const string LoansInclusiveMseInterest = "loans.inclusive_mse.interest_ytd";

    /// <summary>What tests of single banks need beside <see cref="All"/>.</summary>
    public static IReadOnlyList<string> OfBankTests { get; } =
        [LoansInclusiveMseBorrowers, LoansInclusiveMseGranted, LoansInclusiveMseInterest];

    /// <summary>All that targets need: what must be read before a target can be computed.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LoansAll, LoansAllNpl, LoansInclusiveMse, LoansInclusiveMseNpl, LoansCorporateGranted, LoansCorporateInterest,
        LoansAllWrittenOff, LoansAllTransferred, LoansAllDebtSwapRepaid,
        LoansAllCoverageAdjustment, LoansInclusiveMseCoverageAdjustment,
    ];
}
