using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

public enum WaterfallKind
{
    Part,

    /// <summary>其他: the smaller parts together</summary>
    Others,

    /// <summary>结构效应 of all parts together</summary>
    Mix,

    /// <summary>What the area's figures hold beyond its parts</summary>
    Remainder,

    /// <summary>Parts that the viewer does not see, and what else is left</summary>
    Hidden,

    Total,
}

/// <summary>One step from nothing to the total.</summary>
/// <param name="Name">Null for every kind but a part.</param>
/// <param name="Count">How many parts the bar stands for.</param>
/// <param name="From">Where it begins, in the unit of the value.</param>
public sealed record WaterfallBar(WaterfallKind Kind, LocalizedText? Name, int Count, decimal From, Quantity Value)
{
    public decimal To => From + Value.Number;
}

/// <summary>瀑布图: the largest movers, the others in one bar, what is left, and the total.</summary>
public static class Waterfall
{
    private const int Most = 12;

    // A leftover in the last digits of a division is none.
    private const decimal Nothing = 0.000_000_001m;

    /// <returns>At most twelve bars; none without a total or without parts.</returns>
    public static IReadOnlyList<WaterfallBar> Of(CausesView causes)
    {
        (CauseRow Row, decimal Value)[] ranked =
        [
            .. causes.Rows.Where(row => row.Effect is not null)
                .Select(row => (row, causes.IsRate ? row.Rate!.RateEffect.Number : row.Effect!.Value.Number))
                .OrderByDescending(each => Math.Abs(each.Item2))
                .ThenBy(each => each.row.Code, StringComparer.Ordinal),
        ];
        if (causes.Total is not { } total || ranked.Length == 0)
        {
            return [];
        }

        int room = Most - (causes.IsRate ? 4 : 3);
        List<(WaterfallKind Kind, LocalizedText? Name, int Count, decimal Value)> steps =
            [.. ranked.Take(room).Select(each => (WaterfallKind.Part, each.Row.Name, 1, each.Value))];
        if (ranked.Length > room)
        {
            steps.Add((WaterfallKind.Others, null, ranked.Length - room, ranked.Skip(room).Sum(each => each.Value)));
        }

        if (causes.IsRate)
        {
            steps.Add((WaterfallKind.Mix, null, ranked.Length, ranked.Sum(each => each.Row.Rate!.MixEffect.Number)));
        }

        decimal rest = total.Number - steps.Sum(step => step.Value);
        if (Math.Abs(rest) > Nothing)
        {
            steps.Add((causes.IsWhole ? WaterfallKind.Remainder : WaterfallKind.Hidden, null, 1, rest));
        }

        decimal at = 0m;
        List<WaterfallBar> bars = [];
        foreach ((WaterfallKind kind, LocalizedText? name, int count, decimal value) in steps)
        {
            bars.Add(new WaterfallBar(kind, name, count, at, total with { Number = value }));
            at += value;
        }

        return [.. bars, new WaterfallBar(WaterfallKind.Total, null, ranked.Length, 0m, total)];
    }
}
