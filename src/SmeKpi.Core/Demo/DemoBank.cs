using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>A fictional bank: its line of the bank master and the habits that its figures follow.</summary>
internal sealed record DemoBank
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>As in the bank master: policy, state, joint-stock, city, rural, village, foreign.</summary>
    public required string Type { get; init; }

    public required string LocallyIncorporated { get; init; }

    public YearMonth? Opened { get; init; }

    public YearMonth? Closed { get; init; }

    public string? Successor { get; init; }

    public required string Aliases { get; init; }

    /// <summary>Relative size at the start, about 1,000 for the whole city.</summary>
    public required decimal Share { get; init; }

    /// <summary>Points a year by which it grows faster than the city.</summary>
    public required decimal Growth { get; init; }

    /// <summary>Weight of each area of <see cref="DemoAreas"/>; zero where it has no business.</summary>
    public required IReadOnlyList<decimal> Areas { get; init; }

    /// <summary>Share of inclusive loans in all loans at the start, in thousandths.</summary>
    public required decimal Inclusive { get; init; }

    /// <summary>Percent a year by which that share rises.</summary>
    public required decimal Drift { get; init; }

    /// <summary>NPL ratio of all loans, in thousandths.</summary>
    public required decimal Npl { get; init; }

    /// <summary>How much higher the NPL ratio of inclusive loans is, in thousandths.</summary>
    public required decimal Gap { get; init; }

    /// <summary>Share of loans in foreign currency, in thousandths.</summary>
    public required decimal ForeignCurrency { get; init; }

    /// <summary>Basis points above the city's rate of new corporate loans.</summary>
    public required decimal Rate { get; init; }

    public bool IsOpenIn(YearMonth month) => (Opened is not { } opened || opened <= month)
        && (Closed is not { } closed || month < closed);
}
