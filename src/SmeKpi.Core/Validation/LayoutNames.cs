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

    /// <summary>1104 S71_I 普惠金融重点领域贷款情况表</summary>
    public const string NfraS71I = "nfra-s71-i";

    /// <summary>1104 G01 资产负债项目统计表</summary>
    public const string NfraG01 = "nfra-g01";

    /// <summary>1104 G01_II 贷款质量五级分类情况简表</summary>
    public const string NfraG01II = "nfra-g01-ii";

    /// <summary>1104 S63_I 大中小微型企业贷款情况表</summary>
    public const string NfraS63I = "nfra-s63-i";

    /// <summary>Several different forms of the 1104 returns (非现场监管报表) in one workbook</summary>
    public const string Nfra1104 = "nfra-1104";

    /// <summary>利率报备 of one bank and month: packages of loan rows.</summary>
    public const string RateFiling = "rate-filing";

    /// <summary>A table of the city branch for one month: banks or counties as columns, or one in each row.</summary>
    public const string PbocCityTable = "pboc-city-table";

    /// <summary>江苏省金融机构信贷收支表, in yuan or in all currencies.</summary>
    public const string PbocProvinceTable = "pboc-province-table";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PbocCreditFunds, TsfRmbLoans, Lpr, TidyReturn, BankMaster, RegionMaster, NfraS71I, NfraG01, NfraG01II, NfraS63I,
        Nfra1104, RateFiling, PbocCityTable, PbocProvinceTable,
    ];
}
