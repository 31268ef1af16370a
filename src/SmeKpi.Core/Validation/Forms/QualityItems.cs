namespace SmeKpi.Core.Validation.Forms;

/// <summary>The rows of G01_II 贷款质量五级分类情况简表.</summary>
internal static class QualityItems
{
    public const string Form = "G01_II";

    /// <summary>各项贷款</summary>
    public const string Loans = "1";

    /// <summary>正常贷款</summary>
    public const string Normal = "1.1";

    /// <summary>不良贷款</summary>
    public const string Npl = "1.2";

    /// <summary>逾期贷款</summary>
    public const string Overdue = "2";

    /// <summary>正常, 关注, 次级, 可疑, 损失</summary>
    public static IReadOnlyList<string> Tiers { get; } = ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3"];
}
