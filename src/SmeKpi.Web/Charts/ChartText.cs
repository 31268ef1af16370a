using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>Draws and measures lines of text in the chart font.</summary>
internal static class ChartText
{
    private const float SmallestSize = 9;

    public static float Width(string text, float size)
    {
        using SKFont font = ChartFont.OfSize(size);
        return font.MeasureText(text);
    }

    /// <summary>Draws on the baseline <paramref name="y"/>; <paramref name="x"/> is where the alignment says.</summary>
    public static void Draw(
        SKCanvas canvas, string text, float x, float y, float size, SKColor color, SKTextAlign align = SKTextAlign.Left)
    {
        using SKFont font = ChartFont.OfSize(size);
        using SKPaint paint = new() { Color = color, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Draws within a width: smaller where it must be, cut with an ellipsis where that does not do.</summary>
    public static void DrawWithin(SKCanvas canvas, string text, SKPoint at, float width, float size, SKColor color)
    {
        float fitting = Math.Clamp(size * width / Math.Max(1, Width(text, size)), SmallestSize, size);
        Draw(canvas, Cut(text, width, fitting), at.X, at.Y, fitting, color);
    }

    private static string Cut(string text, float width, float size)
    {
        if (Width(text, size) <= width + 0.5f)
        {
            return text;
        }

        int[] starts = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        string cut = "";
        foreach (int end in starts.Skip(1))
        {
            string longer = text[..end] + "…";
            if (Width(longer, size) > width)
            {
                break;
            }

            cut = longer;
        }

        return cut;
    }
}
