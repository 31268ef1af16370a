namespace SmeKpi.Core.Validation;

/// <summary>The layouts that files can have.</summary>
public static class LayoutNames
{
    /// <summary>金融机构人民币信贷收支表, one year, as published or stripped to columns year, type, item, month_01 …</summary>
    public const string PbocCreditFunds = "pboc-credit-funds";

    /// <summary>对实体经济发放的人民币贷款, the monthly item of 社会融资规模增量</summary>
    public const string TsfRmbLoans = "tsf-rmb-loans";

    /// <summary>贷款市场报价利率</summary>
    public const string Lpr = "lpr";

    public const string TidyReturn = "tidy-return";

    public const string BankMaster = "bank-master";

    public const string RegionMaster = "region-master";

    /// <summary>利率报备 of one bank and month: packages of loan rows.</summary>
    public const string RateFiling = "rate-filing";

    /// <summary>A table of the city branch for one month: banks or counties as columns, or one in each row.</summary>
    public const string PbocCityTable = "pboc-city-table";

    /// <summary>江苏省金融机构信贷收支表, in yuan or in all currencies.</summary>
    public const string PbocProvinceTable = "pboc-province-table";
}
