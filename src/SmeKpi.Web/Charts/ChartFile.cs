using System.Text;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>Turns a drawing into a file.</summary>
internal static class ChartFile
{
    /// <param name="draw">Draws on a canvas of the width and height it is given, from the top left corner.</param>
    /// <param name="scale">2 draws everything twice as large, for fine screens and print.</param>
    public static byte[] Png(Action<SKCanvas, float, float> draw, int width, int height, float scale = 1)
    {
        CheckSize(width, height);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        draw(surface.Canvas, width / scale, height / scale);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>A document of shapes alone: it looks the same where no Chinese font is installed.</summary>
    public static string Svg(Action<SKCanvas, float, float> draw, int width, int height, string title, string? description)
    {
        CheckSize(width, height);
        using MemoryStream svg = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), svg))
        {
            draw(canvas, width, height);
        }

        return SvgOutlines.Of(Encoding.UTF8.GetString(svg.ToArray()), title, description);
    }

    private static void CheckSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 240);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 160);
    }
}
