using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace SmeKpi.Web.Charts;

/// <summary>Turns the text elements of Skia's SVG into outlines of the chart font.</summary>
/// <remarks>
/// Skia only names the font, so a viewer without it shows boxes. Here each glyph is defined once, in the units of the
/// font, and used wherever it stands.
/// </remarks>
internal sealed partial class SvgOutlines
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private readonly SortedDictionary<ushort, string> _outlines = [];
    private readonly SKFont _font = ChartFont.OfSize(ChartFont.Typeface.UnitsPerEm);
    private readonly string _prefix;

    private SvgOutlines(string prefix) => _prefix = prefix;

    /// <param name="skia">An SVG document as Skia writes it.</param>
    /// <param name="title">What the picture is called by screen readers and tooltips.</param>
    /// <param name="description">A sentence more, or null.</param>
    public static string Of(string skia, string title, string? description)
    {
        // Skia counts its identifiers through the life of the process. Counted anew, the same chart gives the same
        // text; with a hash in front, several charts may stand in one page.
        Dictionary<string, int> seen = [];
        string counted = Identifier().Replace(skia, found => $"cl_{Count(seen, found.Value)}");
        string prefix = $"c{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(counted)))[..8]}-";
        XElement root = XDocument.Parse(Identifier().Replace(counted, found => prefix + found.Value)).Root!;

        SvgOutlines outlines = new(prefix);
        using (outlines._font)
        {
            outlines.ReplaceTexts(root);
        }

        Describe(root, title, description);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static int Count(Dictionary<string, int> seen, string identifier)
    {
        seen.TryAdd(identifier, seen.Count);
        return seen[identifier];
    }

    /// <summary>Where Skia names a clip or refers to it; never in what a reader sees.</summary>
    [GeneratedRegex("""(?<=(?:\bid="|url\(#))cl_[0-9a-f]+(?="|\))""")]
    private static partial Regex Identifier();

    private void ReplaceTexts(XElement root)
    {
        foreach (XElement text in root.Descendants(s_svg + "text").ToList())
        {
            text.ReplaceWith(Outline(text));
        }

        root.AddFirst(new XElement(s_svg + "defs", _outlines.Select(glyph => new XElement(
            s_svg + "path", new XAttribute("id", Id(glyph.Key)), new XAttribute("d", glyph.Value)))));
    }

    private XElement Outline(XElement text)
    {
        string[] font = ["font-size", "font-family", "font-weight", "font-style", "x", "y"];
        XElement group = new(s_svg + "g", text.Attributes().Where(a => !font.Contains(a.Name.LocalName)));
        float size = Numbers(text, "font-size")[0];
        float[] x = Numbers(text, "x");
        float[] y = Numbers(text, "y");
        Rune[] runes = [.. text.Value.Trim().EnumerateRunes()];
        for (int i = 0; i < runes.Length; i++)
        {
            ushort glyph = ChartFont.Typeface.GetGlyph(runes[i].Value);
            if (Define(glyph))
            {
                group.Add(Use(glyph, x[i], y[Math.Min(i, y.Length - 1)], size / _font.Size));
            }
        }

        return group;
    }

    private XElement Use(ushort glyph, float x, float y, float scale) => new(
        s_svg + "use",
        new XAttribute("href", "#" + Id(glyph)),
        new XAttribute("transform", string.Create(
            CultureInfo.InvariantCulture, $"translate({x:0.##} {y:0.##}) scale({scale:0.####})")));

    /// <returns>Whether there is anything to see; a space has no outline.</returns>
    private bool Define(ushort glyph)
    {
        if (!_outlines.ContainsKey(glyph))
        {
            using SKPath? path = _font.GetGlyphPath(glyph);
            if (path is null || path.IsEmpty)
            {
                return false;
            }

            _outlines.Add(glyph, path.ToSvgPathData());
        }

        return true;
    }

    private string Id(ushort glyph) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}g{glyph}");

    private static float[] Numbers(XElement text, string attribute) =>
        [.. text.Attribute(attribute)!.Value
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture))];

    private static void Describe(XElement root, string title, string? description)
    {
        root.Add(new XAttribute("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}"));
        root.Add(new XAttribute("role", "img"));
        if (description is not null)
        {
            root.AddFirst(new XElement(s_svg + "desc", description));
        }

        root.AddFirst(new XElement(s_svg + "title", title));
    }
}
