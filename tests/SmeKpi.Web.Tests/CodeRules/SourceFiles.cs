using System.Text.RegularExpressions;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.CodeRules;

/// <summary>The sources of the product, as text.</summary>
internal static partial class SourceFiles
{
    /// <summary>Path below the repository, with slashes, and content.</summary>
    public static IEnumerable<(string Path, string Text)> All(params string[] endings) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
        .Select(file => (File: file, Path: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
        .Where(each => endings.Any(ending => each.Path.EndsWith(ending, StringComparison.Ordinal))
            && !each.Path.Contains("/obj/", StringComparison.Ordinal)
            && !each.Path.Contains("/bin/", StringComparison.Ordinal))
        .Select(each => (each.Path, File.ReadAllText(each.File)));

    /// <summary>The text without its comments; lines stay where they are.</summary>
    public static string WithoutComments(string text) =>
        Comment().Replace(text, match => new string('\n', match.Value.Count(letter => letter == '\n')));

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|<!--.*?-->|(?<![:""'])//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
