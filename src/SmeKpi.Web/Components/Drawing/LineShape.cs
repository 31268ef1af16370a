using System.Globalization;
using System.Text;

namespace SmeKpi.Web.Components.Drawing;

/// <summary>A line over months as an SVG path: what is missing is a gap, a month between two gaps is a dot.</summary>
public sealed record LineShape(string Path, IReadOnlyList<(string X, string Y)> Dots)
{
    /// <param name="values">One per month, null where missing; drawn from left to right over the full width.</param>
    /// <param name="low">The value at the bottom edge.</param>
    /// <param name="high">The value at the top edge; above <paramref name="low"/>.</param>
    public static LineShape Draw(IReadOnlyList<decimal?> values, decimal low, decimal high, double width, double height)
    {
        StringBuilder path = new();
        List<(string X, string Y)> dots = [];
        double step = values.Count > 1 ? width / (values.Count - 1) : 0;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }

            string x = Text(i * step);
            string y = Text(height - ((double)((value - low) / (high - low)) * height));
            bool continues = i > 0 && values[i - 1] is not null;
            bool alone = !continues && (i == values.Count - 1 || values[i + 1] is null);
            if (alone)
            {
                dots.Add((x, y));
            }
            else
            {
                path.Append(continues ? 'L' : 'M').Append(x).Append(' ').Append(y);
            }
        }

        return new LineShape(path.ToString(), dots);
    }

    /// <summary>The range that holds all values and zero where asked, with some air; never empty.</summary>
    public static (decimal Low, decimal High) Range(IEnumerable<decimal?> values, bool withZero)
    {
        decimal[] known = [.. values.OfType<decimal>(), .. withZero ? [0m] : Array.Empty<decimal>()];
        if (known.Length == 0)
        {
            return (0m, 1m);
        }

        decimal low = known.Min();
        decimal high = known.Max();
        decimal air = high == low ? 1m : (high - low) * 0.06m;
        return (low - air, high + air);
    }

    public static string Text(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);
}
