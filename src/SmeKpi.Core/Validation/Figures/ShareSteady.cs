using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>Compares the share of one figure in another with that of the month before.</summary>
internal static class ShareSteady
{
    /// <param name="Points">The largest usual move, as a part of one.</param>
    /// <param name="Smallest">Shares of a whole below this, in yuan, are not judged.</param>
    public sealed record Limit(decimal Points, decimal Smallest);

    public static IEnumerable<Finding> Check(
        string rule,
        ParsedFile file,
        CheckContext context,
        (string Code, string Scope) part,
        (string Code, string Scope) whole,
        Limit limit)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in FigureChecks.Of(file, part))
        {
            Figure total = figure with { Series = FigureChecks.To(figure.Series, whole) };
            decimal? now = Share(figure.Value?.Number, known.Of(total.Series, total.Month), limit);
            decimal? before = Share(known.Before(figure, 1), known.Before(total, 1), limit);
            if (now is { } share && before is { } last && decimal.Abs(share - last) > limit.Points)
            {
                yield return new Finding(
                    rule, figure.Cell, FigureChecks.Percent(share),
                    $"{FigureChecks.Percent(last)} ± {FigureChecks.Percent(limit.Points)}");
            }
        }
    }

    private static decimal? Share(decimal? part, decimal? whole, Limit limit) =>
        whole > 0m && whole >= limit.Smallest ? part / whole : null;
}
