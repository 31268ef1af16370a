namespace SmeKpi.Core.Access;

/// <summary>The rows that somebody may see.</summary>
/// <param name="Banks">Codes of banks; null means every bank, an empty set none.</param>
/// <param name="Regions">Codes of areas; null means every area. The city's own totals are open to all who see the city.</param>
public sealed record RowScope(IReadOnlySet<string>? Banks, IReadOnlySet<string>? Regions)
{
    /// <summary>Every row, for the program itself.</summary>
    public static RowScope Everything { get; } = new(null, null);

    /// <summary>No bank at all; areas as they are limited elsewhere.</summary>
    public static RowScope NoBanks { get; } = new(new HashSet<string>(), null);

    public bool IsEverything => Banks is null && Regions is null;

    /// <summary>Whether no bank is hidden: then groups of few banks need no protection.</summary>
    public bool SeesEveryBank => Banks is null;

    /// <summary>Whether figures of a bank may be seen; the figures of an area without a bank always may.</summary>
    public bool SeesBank(string? bank) => string.IsNullOrEmpty(bank) || Banks is null || Banks.Contains(bank);

    public bool SeesRegion(string region) => Regions is null || Regions.Contains(region);

    /// <summary>
    /// Whether a row may be seen: an area's total when it is the city's or of an own area; a bank's figure when the bank
    /// and the area both are open.
    /// </summary>
    /// <param name="region">The area of the row.</param>
    /// <param name="bank">Null or empty for the total of the area.</param>
    /// <param name="city">The code of the city.</param>
    public bool Sees(string region, string? bank, string city) => string.IsNullOrEmpty(bank)
        ? region == city || SeesRegion(region)
        : SeesBank(bank) && SeesRegion(region);
}
