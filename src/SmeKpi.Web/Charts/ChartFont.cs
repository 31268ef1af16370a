using ScottPlot;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>The font of everything that is drawn: charts, exports, bulletins. Needs no font on the machine.</summary>
/// <remarks>
/// It is a resource of the program, so no file can be missing beside it. ScottPlot and Skia never look for a Chinese
/// font themselves: without this one every character is an empty box.
/// </remarks>
public static class ChartFont
{
    /// <summary>The family's name, for ScottPlot and in files that embed the font.</summary>
    public const string Family = "SmeKpi Sans";

    private const string Resource = "SmeKpi.Web.Fonts.SmeKpiSans.woff";

    private static readonly Lazy<SKTypeface> s_typeface = new(Load);

    /// <summary>
    /// The typeface, loaded on first use and known to ScottPlot from then on. Shared: never dispose it.
    /// </summary>
    /// <remarks>It is kept as WOFF, because only then does Skia put small subsets of it into a PDF.</remarks>
    public static SKTypeface Typeface => s_typeface.Value;

    /// <summary>A font of the given size that draws the same on every machine. The caller disposes it.</summary>
    public static SKFont OfSize(float size) => new(Typeface, size)
    {
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
    };

    private static SKTypeface Load()
    {
        using Stream woff = typeof(ChartFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without its font {Resource}.");
        using SKData data = SKData.Create(woff);
        SKTypeface typeface = SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"The font {Resource} cannot be read.");

        ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver(typeface));
        ScottPlot.Fonts.Default = Family;
        return typeface;
    }

    private sealed class Resolver(SKTypeface typeface) : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            fontName == Family ? typeface : null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Family ? typeface : null;
    }
}
