using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>The rows of 金融机构人民币信贷收支表 since 2018 by their place in the table, and the sums they make.</summary>
/// <remarks>
/// A row is known by the labels above it, because 活期存款, 短期贷款 and others occur several times. In 2018 财政性存款
/// and 机关团体存款 stand below 政府存款, later beside it; they are the same series.
/// </remarks>
public static class CreditFundsRows
{
    /// <summary>The row of 2018 that later tables no longer have.</summary>
    public const string Government = Deposits + ".domestic.government";

    public const string TotalSources = Sources + ".total";

    public const string TotalUses = Uses + ".total";

    private const string Sources = "credit_funds.sources";
    private const string Deposits = Sources + ".deposits";
    private const string Uses = "credit_funds.uses";
    private const string Loans = Uses + ".loans";
    private const string Household = Loans + ".domestic.household";
    private const string Enterprise = Loans + ".domestic.enterprise";

    private const string InDomestic = "来源方项目/各项存款/境内存款";
    private const string InHousehold = "运用方项目/各项贷款/境内贷款/住户贷款";
    private const string InEnterprise = "运用方项目/各项贷款/境内贷款/企(事)业单位贷款";

    /// <summary>各项存款余额, kept under the code that city and national figures share.</summary>
    public const string AllDeposits = "deposits.all.balance";

    /// <summary>Indicator codes by the path of labels, without numbering and English.</summary>
    public static IReadOnlyDictionary<string, string> CodesByPath { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["来源方项目/各项存款"] = AllDeposits,
            [InDomestic] = $"{Deposits}.domestic",
            [$"{InDomestic}/住户存款"] = $"{Deposits}.domestic.household",
            [$"{InDomestic}/住户存款/活期存款"] = $"{Deposits}.domestic.household.demand",
            [$"{InDomestic}/住户存款/定期及其他存款"] = $"{Deposits}.domestic.household.time_and_other",
            [$"{InDomestic}/非金融企业存款"] = $"{Deposits}.domestic.enterprise",
            [$"{InDomestic}/非金融企业存款/活期存款"] = $"{Deposits}.domestic.enterprise.demand",
            [$"{InDomestic}/非金融企业存款/定期及其他存款"] = $"{Deposits}.domestic.enterprise.time_and_other",
            [$"{InDomestic}/政府存款"] = Government,
            [$"{InDomestic}/政府存款/财政性存款"] = $"{Deposits}.domestic.fiscal",
            [$"{InDomestic}/政府存款/机关团体存款"] = $"{Deposits}.domestic.government_organizations",
            [$"{InDomestic}/机关团体存款"] = $"{Deposits}.domestic.government_organizations",
            [$"{InDomestic}/财政性存款"] = $"{Deposits}.domestic.fiscal",
            [$"{InDomestic}/非银行业金融机构存款"] = $"{Deposits}.domestic.nonbank",
            ["来源方项目/各项存款/境外存款"] = $"{Deposits}.overseas",
            ["来源方项目/金融债券"] = $"{Sources}.financial_bonds",
            ["来源方项目/流通中货币"] = $"{Sources}.currency_in_circulation",
            ["来源方项目/对国际金融机构负债"] = $"{Sources}.international_liabilities",
            ["来源方项目/其他"] = $"{Sources}.other",
            ["来源方项目/资金来源总计"] = TotalSources,
            ["运用方项目/各项贷款"] = IndicatorCodes.LoansAll,
            ["运用方项目/各项贷款/境内贷款"] = $"{Loans}.domestic",
            [InHousehold] = Household,
            [$"{InHousehold}/短期贷款"] = $"{Household}.short_term",
            [$"{InHousehold}/短期贷款/消费贷款"] = $"{Household}.short_term.consumption",
            [$"{InHousehold}/短期贷款/经营贷款"] = $"{Household}.short_term.operating",
            [$"{InHousehold}/中长期贷款"] = $"{Household}.medium_long_term",
            [$"{InHousehold}/中长期贷款/消费贷款"] = $"{Household}.medium_long_term.consumption",
            [$"{InHousehold}/中长期贷款/经营贷款"] = $"{Household}.medium_long_term.operating",
            [InEnterprise] = Enterprise,
            [$"{InEnterprise}/短期贷款"] = $"{Enterprise}.short_term",
            [$"{InEnterprise}/中长期贷款"] = $"{Enterprise}.medium_long_term",
            [$"{InEnterprise}/票据融资"] = $"{Enterprise}.bill_financing",
            [$"{InEnterprise}/融资租赁"] = $"{Enterprise}.financial_leases",
            [$"{InEnterprise}/各项垫款"] = $"{Enterprise}.advances",
            ["运用方项目/各项贷款/境内贷款/非银行业金融机构贷款"] = $"{Loans}.domestic.nonbank",
            ["运用方项目/各项贷款/境外贷款"] = $"{Loans}.overseas",
            ["运用方项目/债券投资"] = $"{Uses}.bond_investment",
            ["运用方项目/股权及其他投资"] = $"{Uses}.equity_and_other_investment",
            ["运用方项目/黄金占款"] = $"{Uses}.gold",
            ["运用方项目/中央银行外汇占款"] = $"{Uses}.foreign_exchange",
            ["运用方项目/在国际金融机构资产"] = $"{Uses}.international_assets",
            ["运用方项目/资金运用总计"] = TotalUses,
        };

    /// <summary>Labels of other years for the same place.</summary>
    public static IReadOnlyDictionary<string, string> FormerPaths { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["运用方项目/各项贷款/境内贷款/非金融企业及机关团体贷款"] = InEnterprise,
            [$"{InDomestic}/住户存款/住户活期存款"] = $"{InDomestic}/住户存款/活期存款",
        };

    /// <summary>The rows that every table must have.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [.. CodesByPath.Values.Distinct(StringComparer.Ordinal).Where(code => code != Government)];
}
