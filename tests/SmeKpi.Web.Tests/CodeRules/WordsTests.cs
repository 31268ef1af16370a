using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.CodeRules;

/// <summary>Words stand in resource files, in both languages.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Code_ChineseLetters_StandOnlyInCommentsAndParsers()
    {
        IEnumerable<string> found = SourceFiles.All(".cs", ".razor")
            .Where(file => !file.Path.StartsWith("src/SmeKpi.Core/Sources/", StringComparison.Ordinal))
            .SelectMany(file => SourceFiles.WithoutComments(file.Text).Split('\n')
                .Select((line, number) => (Line: line, At: $"{file.Path}:{number + 1}"))
                .Where(each => Han().IsMatch(each.Line))
                .Select(each => $"{each.At} {each.Line.Trim()}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("string a = \"字\"; // 注", true)]
    [InlineData("string a = \"x\"; // 注", false)]
    [InlineData("/* 注 */ int b;", false)]
    [InlineData("@* 注 *@ <p>x</p>", false)]
    [InlineData("<p>字</p>", true)]
    [InlineData("var u = \"http://字\";", true)]
    public void WithoutComments_OneLine_LeavesOnlyCode(string line, bool expected) =>
        Assert.Equal(expected, Han().IsMatch(SourceFiles.WithoutComments(line)));

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_BothLanguages_HaveTheSameKeysAndPlaceholders(string chinese)
    {
        Dictionary<string, string> zh = Words(chinese);
        Dictionary<string, string> en = Words(chinese.Replace(".resx", ".en.resx", StringComparison.Ordinal));

        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All(zh.Keys, key => Assert.Equal(Placeholders(zh[key]), Placeholders(en[key])));

        // Templates are filed: they say their unit as the forms do, in either language.
        bool isFiled = chinese.StartsWith("src/SmeKpi.Core/Templates/", StringComparison.Ordinal);
        Assert.All(en, word => Assert.True(
            isFiled || word.Key.StartsWith("Language_", StringComparison.Ordinal) || !Han().IsMatch(word.Value)));
    }

    [Fact]
    public void Components_EveryWordTheyAskFor_HasAResource()
    {
        IEnumerable<string> unknown = SourceFiles.All(".razor").SelectMany(file =>
        {
            if (Localizer().Match(file.Text) is not { Success: true } localizer)
            {
                return [];
            }

            string name = localizer.Groups[1].Value;
            Dictionary<string, string> words = Words($"src/SmeKpi.Web/Resources/{name}.resx");
            return Asked().Matches(file.Text).Select(match => match.Groups[1].Value)
                .Where(key => !words.ContainsKey(key)).Select(key => $"{file.Path}: {name} has no '{key}'");
        });

        Assert.Empty(unknown);
    }

    public static TheoryData<string> Resources => [.. SourceFiles.All(".resx").Select(file => file.Path)
        .Where(path => !path.EndsWith(".en.resx", StringComparison.Ordinal))];

    private static Dictionary<string, string> Words(string path) =>
        XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data").ToDictionary(
            data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string words) =>
        Placeholder().Matches(words).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}]")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{[A-Za-z0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@inject IStringLocalizer<(\w+)> Text")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"Text\[""([^""{]+)""")]
    private static partial Regex Asked();
}
