namespace SmeKpi.Core.Statistics;

/// <summary>Statistical scopes (统计口径); their names, validity and predecessors are in indicators.yaml.</summary>
public static class ScopeCodes
{
    /// <summary>人民币</summary>
    public const string Rmb = "rmb";

    /// <summary>本外币</summary>
    public const string RmbFx = "rmb_fx";

    /// <summary>金融监管总局口径</summary>
    public const string Nfra = "nfra";

    /// <summary>人民银行口径</summary>
    public const string Pboc = "pboc";

    /// <summary>人民银行口径, as redefined from April 2025 on</summary>
    public const string Pboc2025 = "pboc_2025";

    /// <summary>No choice of scope</summary>
    public const string None = "-";
}
