using System.Globalization;
using SkiaSharp;
using SmeKpi.Web.Charts;

namespace SmeKpi.Web.Tests.Charts;

/// <summary>Charts with round numbers, and eyes to look at the pictures.</summary>
internal static class AChart
{
    public static readonly SKColor Actual = new(0xFF0B4F8A);

    public static YearChartSpec OfYear { get; } = new()
    {
        Title = "Net new loans",
        Unit = "100 mn",
        Months = [.. Enumerable.Range(1, 12).Select(month => month.ToString(CultureInfo.InvariantCulture))],
        Format = value => value.ToString("N0", CultureInfo.InvariantCulture),
        Actual = new("Actual", [100, 300, 400, 600, 900]),
        LinearPace = new("Pace", [.. Enumerable.Range(1, 12).Select(month => (decimal?)(100m * month))]),
        Target = new("Target", 1200),
    };

    /// <summary>Three months only: the second stands in the middle, far from both neighbours.</summary>
    public static YearChartSpec OfThreeMonths(params decimal?[] values) => OfYear with
    {
        Months = ["1", "2", "3"],
        Actual = new("Actual", values),
        LinearPace = null,
        Target = null,
    };

    public static SKBitmap Picture(YearChartSpec spec, int width = 900, int height = 450) =>
        SKBitmap.Decode(YearChart.Png(spec, width, height));

    public static int Count(this SKBitmap picture, SKRectI area, Func<SKColor, bool> wanted)
    {
        int count = 0;
        for (int y = area.Top; y < area.Bottom; y++)
        {
            for (int x = area.Left; x < area.Right; x++)
            {
                count += wanted(picture.GetPixel(x, y)) ? 1 : 0;
            }
        }

        return count;
    }
}
