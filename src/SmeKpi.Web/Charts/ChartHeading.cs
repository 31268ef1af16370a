using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>What stands above every picture: title, one line more, and the tag of synthetic data.</summary>
internal static class ChartHeading
{
    private const float Margin = 20;
    private const float TitleSize = 20;
    private const float TagSize = 12;

    /// <returns>Where the next part begins.</returns>
    public static float Draw(SKCanvas canvas, string title, string? subtitle, string? watermark, float inner)
    {
        float tag = watermark is { } text ? DrawTag(canvas, text, Margin + inner) : 0;
        ChartText.DrawWithin(canvas, title, new(Margin, 34), inner - tag, TitleSize, ChartInk.Text);
        if (subtitle is null)
        {
            return 46;
        }

        ChartText.DrawWithin(canvas, subtitle, new(Margin, 55), inner, 13, ChartInk.Muted);
        return 66;
    }

    /// <returns>The width it takes.</returns>
    private static float DrawTag(SKCanvas canvas, string text, float right)
    {
        float width = ChartText.Width(text, TagSize) + 16;
        using SKPaint border = new() { Color = ChartInk.Tag, IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(right - width, 17.5f, right, 37.5f), 4, 4, border);
        ChartText.Draw(canvas, text, right - 8, 32, TagSize, ChartInk.Tag, SKTextAlign.Right);
        return width + 12;
    }
}
