using System.Globalization;

namespace SmeKpi.Benchmarks;

/// <summary>Measurements taken in turn, floor and product, so that a slow moment of the machine meets both.</summary>
internal sealed class Pairs
{
    private readonly List<(double Floor, double Product)> _seconds = [];

    public double Floor => Median(_seconds.Select(pair => pair.Floor));

    public double Product => Median(_seconds.Select(pair => pair.Product));

    /// <summary>The median of the pairs' own ratios, not the ratio of the medians.</summary>
    public double Ratio => Median(Ratios);

    public double Lowest => Ratios.Min();

    public double Highest => Ratios.Max();

    private IEnumerable<double> Ratios => _seconds.Select(pair => pair.Product / pair.Floor);

    public void Add(TimeSpan floor, TimeSpan product)
    {
        _seconds.Add((floor.TotalSeconds, product.TotalSeconds));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"   floor {floor.TotalSeconds:F3} s, product {product.TotalSeconds:F3} s"));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
