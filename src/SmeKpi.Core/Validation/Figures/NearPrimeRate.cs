using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>Compares an average rate with the loan prime rate (LPR) of its month; silent while that is not known.</summary>
internal static class NearPrimeRate
{
    private static readonly SeriesKey s_primeRate = new("lpr.1y", ScopeCodes.None, null, "100000");

    /// <param name="Below">How far below the prime rate is still usual, in points and negative.</param>
    /// <param name="Above">How far above, in points.</param>
    /// <param name="Smallest">Rates on less than this amount, in yuan, are not judged.</param>
    public sealed record Band(decimal Below, decimal Above, decimal Smallest);

    public static IEnumerable<Finding> Check(
        string rule,
        ParsedFile file,
        CheckContext context,
        (string Code, string Scope) granted,
        string interest,
        Band band)
    {
        foreach (Figure figure in FigureChecks.Of(file, granted))
        {
            if (figure.Value is not { } amount || amount.Number <= 0m || amount.Number < band.Smallest
                || file.BySeries.Find(figure.Series with { Indicator = interest }, figure.Month)
                    is not { Value: { } paid } beside
                || context.Stored.Find(s_primeRate, figure.Month)?.Value is not { } prime)
            {
                continue;
            }

            decimal points = (paid.Number / amount.Number * 100m) - prime.Number;
            if (points < band.Below || points > band.Above)
            {
                yield return new Finding(
                    rule, beside.Cell, FigureChecks.Percent(paid.Number / amount.Number),
                    FormattableString.Invariant($"{prime.Number} % {band.Below:0.00} .. +{band.Above:0.00}"));
            }
        }
    }
}
