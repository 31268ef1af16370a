using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>The series that rules speak of: indicator and scope.</summary>
internal static class ReportedSeries
{
    public static (string Code, string Scope) AllLoans { get; } = (IndicatorCodes.LoansAll, ScopeCodes.RmbFx);

    public static (string Code, string Scope) RmbLoans { get; } = (IndicatorCodes.LoansAll, ScopeCodes.Rmb);

    public static (string Code, string Scope) AllNpl { get; } = (IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx);

    public static (string Code, string Scope) Deposits { get; } = ("deposits.all.balance", ScopeCodes.RmbFx);

    public static (string Code, string Scope) Mse { get; } = ("loans.mse.balance", ScopeCodes.RmbFx);

    public static (string Code, string Scope) MediumLongTerm { get; } =
        ("loans.medium_long_term.balance", ScopeCodes.RmbFx);

    public static (string Code, string Scope) Manufacturing { get; } =
        ("loans.manufacturing_mlt.balance", ScopeCodes.RmbFx);

    public static (string Code, string Scope) Inclusive { get; } = (IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra);

    public static (string Code, string Scope) InclusivePboc { get; } =
        (IndicatorCodes.LoansInclusiveMse, ScopeCodes.Pboc);

    public static (string Code, string Scope) InclusiveNpl { get; } =
        (IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra);

    public static (string Code, string Scope) Borrowers { get; } = ("loans.inclusive_mse.borrowers", ScopeCodes.Nfra);

    public static (string Code, string Scope) InclusiveGranted { get; } =
        ("loans.inclusive_mse.granted_ytd", ScopeCodes.Nfra);

    public static (string Code, string Scope) InclusiveInterest { get; } =
        ("loans.inclusive_mse.interest_ytd", ScopeCodes.Nfra);

    public static (string Code, string Scope) CorporateGranted { get; } =
        (IndicatorCodes.LoansCorporateGranted, ScopeCodes.None);

    public static (string Code, string Scope) CorporateInterest { get; } =
        (IndicatorCodes.LoansCorporateInterest, ScopeCodes.None);

    public static (string Code, string Scope) FirstBorrowers { get; } =
        ("loans.first_time.borrowers_ytd", ScopeCodes.None);

    public static (string Code, string Scope) FirstGranted { get; } = ("loans.first_time.granted_ytd", ScopeCodes.None);

    public static (string Code, string Scope) Renewed { get; } = ("loans.renewed_without_repayment", ScopeCodes.None);

    public static (string Code, string Scope) Due { get; } = ("loans.mse.due", ScopeCodes.None);

    public static (string Code, string Scope) GuaranteeBalance { get; } = ("guarantee.balance", ScopeCodes.None);

    public static (string Code, string Scope) GuaranteedEnterprises { get; } =
        ("guarantee.enterprises", ScopeCodes.None);
}
