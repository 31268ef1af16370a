using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmeKpi.Web.Charts;

namespace SmeKpi.Web.Tests.Charts;

public sealed partial class YearChartSvgTests
{
    /// <summary>各项贷款.</summary>
    private const string AllLoans = "\u5404\u9879\u8D37\u6B3E";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Svg_Anything_NeedsNoFontAndNoOtherFile()
    {
        XElement root = Draw(AChart.OfYear with { Title = AllLoans, Watermark = AllLoans, Source = AllLoans });

        Assert.DoesNotContain(
            root.Descendants(), element => element.Name.LocalName is "text" or "image" or "style" or "script");
        Assert.DoesNotContain(
            root.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("font", StringComparison.Ordinal));
        Assert.All(References(root), reference => Assert.Contains(reference, Identifiers(root)));
    }

    [Fact]
    public void Svg_ChineseTitle_DefinesOneOutlineForEachCharacter()
    {
        int without = Outlines(Draw(AChart.OfYear with { Title = "1" }));
        int with = Outlines(Draw(AChart.OfYear with { Title = "1" + AllLoans + AllLoans }));

        Assert.Equal(4, with - without);
    }

    [Fact]
    public void Svg_Again_IsTheSameText()
    {
        Assert.Equal(YearChart.Svg(AChart.OfYear, 900, 450), YearChart.Svg(AChart.OfYear, 900, 450));
    }

    [Fact]
    public void Svg_TwoChartsInOnePage_ShareNoIdentifier()
    {
        IEnumerable<string> one = Identifiers(Draw(AChart.OfYear));
        IEnumerable<string> other = Identifiers(Draw(AChart.OfYear with { Title = AllLoans }));

        Assert.NotEmpty(one);
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void Svg_Words_AreThereForScreenReaders()
    {
        XElement root = Draw(AChart.OfYear with { Title = AllLoans, Subtitle = "a < b & c" });

        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal("0 0 900 450", root.Attribute("viewBox")?.Value);
        Assert.Equal(AllLoans, root.Element(s_svg + "title")?.Value);
        Assert.Equal("a < b & c", root.Element(s_svg + "desc")?.Value);
    }

    [Fact]
    public void Svg_LabelThatLooksLikeAnIdentifier_StaysAsItIs()
    {
        int other = Uses(Draw(AChart.OfYear with { Unit = "dm_0" }));
        int same = Uses(Draw(AChart.OfYear with { Unit = "cl_0" }));

        Assert.Equal(other, same);
    }

    private static XElement Draw(YearChartSpec spec) => XDocument.Parse(YearChart.Svg(spec, 900, 450)).Root!;

    private static int Outlines(XElement root) => root.Elements(s_svg + "defs").Elements(s_svg + "path").Count();

    private static int Uses(XElement root) => root.Descendants(s_svg + "use").Count();

    private static string[] Identifiers(XElement root)
    {
        string[] all = [.. root.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>()];
        Assert.Equal(all.Length, all.Distinct().Count());
        return all;
    }

    private static IEnumerable<string> References(XElement root) => root.Descendants().Attributes()
        .Where(a => !a.IsNamespaceDeclaration)
        .SelectMany(a => a.Name.LocalName == "href"
            ? [a.Value.TrimStart('#')]
            : Reference().Matches(a.Value).Select(match => match.Groups[1].Value));

    [GeneratedRegex("url\\(#?([^)]*)\\)")]
    private static partial Regex Reference();
}
