using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

public enum BankType
{
    /// <summary>政策性银行</summary>
    Policy,

    /// <summary>国有大型商业银行</summary>
    State,

    /// <summary>股份制商业银行</summary>
    JointStock,

    /// <summary>城市商业银行</summary>
    City,

    /// <summary>农村商业银行</summary>
    Rural,

    /// <summary>村镇银行</summary>
    Village,

    /// <summary>外资银行</summary>
    Foreign,
}

/// <summary>A reporting bank of the bank master.</summary>
/// <param name="LocallyIncorporated">法人金融机构: a legal person seated in the city.</param>
/// <param name="Opened">The first month at whose end the bank existed.</param>
/// <param name="Closed">The first month at whose end it existed no more; null while it is open.</param>
/// <param name="Successor">The bank that continues it after a merger.</param>
/// <param name="Aliases">Other names under which it appears in files.</param>
public sealed record Bank(
    string Code,
    LocalizedText Name,
    BankType Type,
    bool LocallyIncorporated,
    YearMonth? Opened,
    YearMonth? Closed,
    string? Successor,
    IReadOnlyList<string> Aliases)
{
    public bool IsOpenIn(YearMonth month) => (Opened is not { } opened || opened <= month)
        && (Closed is not { } closed || month < closed);
}
