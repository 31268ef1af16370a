using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Peers;

/// <summary>A bank's value beside those of its peers.</summary>
/// <param name="Count">Banks of the group that have a value, the bank itself among them.</param>
/// <param name="Median">The middle value; of an even number the mean of the two middle ones; null without any.</param>
/// <param name="Rank">
/// 百分位: the share of the group below the bank, banks with the same value and itself counting half, in percent; null
/// when the bank has no value. Large means a large value, whether or not that is good.
/// </param>
public sealed record PeerStatistics(int Count, Quantity? Median, decimal? Rank)
{
    /// <param name="values">One for each bank of the group that has a value, in one unit.</param>
    /// <param name="own">The bank's own, which is one of them; null when it has none.</param>
    public static PeerStatistics Of(IReadOnlyList<Quantity> values, Quantity? own)
    {
        if (values.Count == 0)
        {
            return new PeerStatistics(0, null, null);
        }

        List<decimal> sorted = [.. values.Select(value => value.Number).Order()];
        return new PeerStatistics(
            sorted.Count, new Quantity(Quantiles.Of(sorted, 0.5m), values[0].Unit), own is { } mine ? RankOf(sorted, mine.Number) : null);
    }

    private static decimal RankOf(List<decimal> sorted, decimal own) =>
        100m * (sorted.Count(value => value < own) + (sorted.Count(value => value == own) / 2m)) / sorted.Count;
}
