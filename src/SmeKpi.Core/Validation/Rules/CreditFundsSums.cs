using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>What adds up in 金融机构人民币信贷收支表.</summary>
public static class CreditFundsSums
{
    private const string AllDeposits = "deposits.all.balance";
    private const string Sources = "credit_funds.sources";
    private const string Deposits = Sources + ".deposits";
    private const string Government = Deposits + ".domestic.government";
    private const string TotalSources = Sources + ".total";
    private const string Uses = "credit_funds.uses";
    private const string TotalUses = Uses + ".total";
    private const string Loans = Uses + ".loans";
    private const string Household = Loans + ".domestic.household";
    private const string Enterprise = Loans + ".domestic.enterprise";

    /// <summary>Totals and the rows that make them up. A part the table does not have (政府存款) counts nothing.</summary>
    public static IReadOnlyList<(string Whole, IReadOnlyList<string> Parts)> All { get; } =
    [
        (AllDeposits, [$"{Deposits}.domestic", $"{Deposits}.overseas"]),
        ($"{Deposits}.domestic",
        [
            $"{Deposits}.domestic.household", $"{Deposits}.domestic.enterprise", $"{Deposits}.domestic.fiscal",
            $"{Deposits}.domestic.government_organizations", $"{Deposits}.domestic.nonbank",
        ]),
        ($"{Deposits}.domestic.household",
            [$"{Deposits}.domestic.household.demand", $"{Deposits}.domestic.household.time_and_other"]),
        ($"{Deposits}.domestic.enterprise",
            [$"{Deposits}.domestic.enterprise.demand", $"{Deposits}.domestic.enterprise.time_and_other"]),
        (Government, [$"{Deposits}.domestic.fiscal", $"{Deposits}.domestic.government_organizations"]),
        (TotalSources,
        [
            AllDeposits, $"{Sources}.financial_bonds", $"{Sources}.currency_in_circulation",
            $"{Sources}.international_liabilities", $"{Sources}.other",
        ]),
        (IndicatorCodes.LoansAll, [$"{Loans}.domestic", $"{Loans}.overseas"]),
        ($"{Loans}.domestic", [Household, Enterprise, $"{Loans}.domestic.nonbank"]),
        (Household, [$"{Household}.short_term", $"{Household}.medium_long_term"]),
        ($"{Household}.short_term", [$"{Household}.short_term.consumption", $"{Household}.short_term.operating"]),
        ($"{Household}.medium_long_term",
            [$"{Household}.medium_long_term.consumption", $"{Household}.medium_long_term.operating"]),
        (Enterprise,
        [
            $"{Enterprise}.short_term", $"{Enterprise}.medium_long_term", $"{Enterprise}.bill_financing",
            $"{Enterprise}.financial_leases", $"{Enterprise}.advances",
        ]),
        (TotalUses,
        [
            IndicatorCodes.LoansAll, $"{Uses}.bond_investment", $"{Uses}.equity_and_other_investment", $"{Uses}.gold",
            $"{Uses}.foreign_exchange", $"{Uses}.international_assets",
        ]),
        (TotalUses, [TotalSources]),
    ];
}
