using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>How much of the fictional city to generate.</summary>
/// <remarks>The first months are the same bytes whatever <see cref="Months"/> is: more months only add files,
/// except that fewer than <see cref="MonthsOfHistory"/> months cut the history files short.</remarks>
public sealed record DemoOptions
{
    /// <summary>The day the policy was released, as a number.</summary>
    public const ulong DefaultSeed = 20_250_221;

    /// <summary>Months that stand together in one history file per bank: 2022-12 … 2024-12.</summary>
    public const int MonthsOfHistory = 25;

    public static YearMonth FirstMonth { get; } = new(2022, 12);

    /// <summary>From this month on the PBoC branch's totals exist.</summary>
    public static YearMonth FirstPublishedMonth { get; } = new(2023, 12);

    /// <summary>1 … 500. Up to 40 come from the roster, further ones are small and made up by number.</summary>
    public int Banks { get; init; } = 40;

    /// <summary>1 … 240, counted from 2022-12.</summary>
    public int Months { get; init; } = 37;

    public ulong Seed { get; init; } = DefaultSeed;

    public YearMonth LastMonth => FirstMonth.AddMonths(Months - 1);

    internal static YearMonth LastHistoryMonth { get; } = FirstMonth.AddMonths(MonthsOfHistory - 1);

    /// <summary>What is wrong with the numbers, one line each; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Banks is < 1 or > 500 ? [$"banks: {Banks}; expected 1 … 500"] : Array.Empty<string>(),
        .. Months is < 1 or > 240 ? [$"months: {Months}; expected 1 … 240"] : Array.Empty<string>(),
    ];

    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Banks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Banks, 500);
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Months, 240);
    }
}
