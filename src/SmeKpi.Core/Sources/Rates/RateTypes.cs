namespace SmeKpi.Core.Sources.Rates;

/// <summary>The types of rows that banks file for 利率报备.</summary>
internal static class RateTypes
{
    /// <summary>单位贷款基础: one row a receipt, with product and rate.</summary>
    public const string Base = "DWDKJC";

    /// <summary>单位贷款余额: one row a receipt.</summary>
    public const string Balance = "DWDKYE";

    /// <summary>单位贷款放款: one row a disbursement.</summary>
    public const string Disbursement = "DWDKFK";

    private static readonly string[] s_whole = ["DGKHXX", "JGFRXX", "JGFZXX", "FTPDJB"];
    private static readonly string[] s_families =
        ["DWDK", "GRDK", "WTDK", "DWCK", "GRCK", "TYCK", "TYJD", "MRFS", "PJTX", "TZYW"];

    /// <summary>The types that the figures need; a bank without such loans files them empty.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Base, Balance, Disbursement];

    /// <returns>False for a type that the filing does not have; known ones that are not needed are skipped.</returns>
    public static bool IsKnown(string type) => s_whole.Contains(type, StringComparer.Ordinal)
        || s_families.Any(family => type.StartsWith(family, StringComparison.Ordinal));

    /// <summary>The product codes of bill financing (票据融资), which the corporate rate leaves out.</summary>
    /// <remarks>
    /// Discounted bills have packages of their own (PJTX…), so these rows are exceptions. The code is not confirmed by
    /// a published list.
    /// </remarks>
    public static bool IsBillFinancing(string product) => product.StartsWith("F06", StringComparison.Ordinal);
}
