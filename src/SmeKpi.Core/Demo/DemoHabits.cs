namespace SmeKpi.Core.Demo;

/// <summary>What all banks of one type have in common.</summary>
/// <param name="Deposits">Deposits to loans.</param>
/// <param name="Granting">Corporate loans granted in a month, to all loans.</param>
/// <param name="LoanSize">Inclusive balance per borrower in 万元.</param>
/// <param name="Credit">Share of loans without collateral.</param>
/// <param name="MediumLongTerm">Share of medium and long-term loans.</param>
/// <param name="WriteOff">Written off a year, to all loans.</param>
/// <param name="SwapsDebt">True when local government debt swaps repay its loans.</param>
internal sealed record DemoHabits(
    decimal Deposits,
    decimal Granting,
    decimal LoanSize,
    decimal Credit,
    decimal MediumLongTerm,
    decimal WriteOff,
    bool SwapsDebt)
{
    public static DemoHabits Of(string type) => type switch
    {
        "policy" => new(0.15m, 0.016m, 420m, 0.20m, 0.88m, 0.0010m, true),
        "state" => new(1.18m, 0.029m, 95m, 0.31m, 0.66m, 0.0036m, true),
        "joint-stock" => new(0.86m, 0.044m, 170m, 0.34m, 0.52m, 0.0075m, false),
        "city" => new(1.14m, 0.038m, 120m, 0.29m, 0.54m, 0.0058m, true),
        "rural" => new(1.58m, 0.027m, 62m, 0.22m, 0.41m, 0.0049m, false),
        "village" => new(1.35m, 0.022m, 34m, 0.16m, 0.30m, 0.0061m, false),
        "foreign" => new(0.60m, 0.041m, 260m, 0.38m, 0.36m, 0.0008m, false),
        _ => throw new ArgumentException($"'{type}' is no type of bank.", nameof(type)),
    };
}
