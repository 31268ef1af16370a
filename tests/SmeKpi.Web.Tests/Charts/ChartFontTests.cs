using System.Buffers.Binary;
using System.Text;
using SkiaSharp;
using SmeKpi.Web.Charts;

namespace SmeKpi.Web.Tests.Charts;

public sealed class ChartFontTests
{
    /// <summary>A character outside every standard table: it shows that a missing glyph is seen as missing.</summary>
    private const int NotInTheFont = 0x2B52D;

    [Fact]
    public void Typeface_SampleOfTheStandardTable_HasEveryGlyph()
    {
        // 500 of the 8,105 (Unihan 15.0, kTGH): the 273 outside the common block and every 34th of the others.
        string path = Path.Combine(AppContext.BaseDirectory, "Charts", "fixtures", "standard-characters.txt");
        Rune[] characters = [.. File.ReadAllText(path).EnumerateRunes().Where(rune => rune.Value > ' ')];

        Assert.Equal(500, characters.Distinct().Count());
        Assert.Empty(Missing(characters));
    }

    [Fact]
    public void Typeface_Gb2312_HasEveryGlyph()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding gb2312 = Encoding.GetEncoding(
            "gb2312", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(""));
        IEnumerable<byte> ideographs = Enumerable.Range(0xB0, 0xF7 - 0xB0 + 1)
            .SelectMany(high => Enumerable.Range(0xA1, 94).SelectMany(low => new[] { (byte)high, (byte)low }));
        Rune[] characters = [.. gb2312.GetString([.. ideographs]).EnumerateRunes().Where(IsIdeograph)];

        Assert.Equal(6763, characters.Length);
        Assert.Empty(Missing(characters));
    }

    [Theory]
    [InlineData("\u2103\u2460\u2461\u2462\u2030\u2192\u2605\u25CF\u25A0\u25B2\u25BC\u25C6\u25CB\u25B3\u25BD\u25C7")]
    [InlineData("\u2191\u2193\u2013\u2014\u2026\u2265\u2264\u00B1\u00D7\u00F7\u2032\u2033\u2212\u00A5\u20AC\u33A1")]
    [InlineData("\uFF08\uFF09\uFF0C\u3002\uFF1A\uFF1B\uFF01\uFF1F\u300A\u300B\u3010\u3011\uFF10\uFF11\uFF21\uFF05")]
    [InlineData("ABCXYZabcxyz0123456789.,;:%()+-/\u00E9\u00FC")]
    public void Typeface_Symbols_HasEveryGlyph(string symbols)
    {
        Assert.Empty(Missing(symbols.EnumerateRunes()));
    }

    [Fact]
    public void Typeface_CharacterOutsideTheSubset_HasNoGlyph()
    {
        Assert.Equal(["2B52D"], Missing([new Rune(NotInTheFont)]));
    }

    [Fact]
    public void Typeface_BoundingBox_IsTheLine()
    {
        byte[] head = ChartFont.Typeface.GetTableData(Tag("head"));
        byte[] hhea = ChartFont.Typeface.GetTableData(Tag("hhea"));

        Assert.Equal(Number(hhea, 6), Number(head, 38));
        Assert.Equal(Number(hhea, 4), Number(head, 42));
    }

    [Fact]
    public void Typeface_OnceLoaded_IsWhatScottPlotFinds()
    {
        SKTypeface own = ChartFont.Typeface;

        SKTypeface found = ScottPlot.Fonts.GetTypeface(
            ChartFont.Family, ScottPlot.FontWeight.Normal, ScottPlot.FontSlant.Upright, ScottPlot.FontSpacing.Normal);

        Assert.Equal(own.GlyphCount, found.GlyphCount);
        Assert.Equal(ChartFont.Family, found.FamilyName);
    }

    private static bool IsIdeograph(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF;

    private static string[] Missing(IEnumerable<Rune> characters) =>
        [.. characters.Where(c => ChartFont.Typeface.GetGlyph(c.Value) == 0).Select(c => $"{c.Value:X4}")];

    private static uint Tag(string name) => BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(name));

    private static short Number(byte[] table, int at) => BinaryPrimitives.ReadInt16BigEndian(table.AsSpan(at));
}
