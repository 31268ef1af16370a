namespace SmeKpi.Web.Components.Drawing;

/// <summary>The value axis of a chart whose library takes whole numbers as distance of its lines.</summary>
/// <param name="Factor">What values are multiplied with before they are drawn, so that the distance is whole.</param>
/// <param name="Step">Distance of the lines in drawn units.</param>
/// <param name="Decimals">Decimals of the labels.</param>
public readonly record struct ChartAxis(int Factor, int Step, int Decimals)
{
    private const int Lines = 5;

    /// <param name="span">Largest minus smallest value to be drawn.</param>
    public static ChartAxis For(decimal span)
    {
        int factor = 1;
        int decimals = 0;
        while (span * factor / Lines < 2m && decimals < 4)
        {
            factor *= 10;
            decimals++;
        }

        return new ChartAxis(factor, RoundStep(span * factor / Lines), decimals);
    }

    private static int RoundStep(decimal wanted)
    {
        int power = 1;
        while (power * 10m <= wanted && power < 100_000_000)
        {
            power *= 10;
        }

        decimal leading = wanted / power;
        int round = leading <= 1m ? 1 : leading <= 2m ? 2 : leading <= 5m ? 5 : 10;
        return Math.Max(1, round * power);
    }
}
