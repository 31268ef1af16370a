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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [PbocCreditFunds, TsfRmbLoans, Lpr, TidyReturn, BankMaster, RegionMaster];
}
