using System.Text.RegularExpressions;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Tells which form a heading names: by its number, else by its title.</summary>
/// <param name="Form">Null when the heading names a form that is not read.</param>
internal readonly record struct FormTitle(FormDefinition? Form)
{
    private const int LongestTitle = 100;
    private const string ChineseNumbers = "一二三四五六七八九十";
    private static readonly string[] s_romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <returns>Null when the text is no heading of a form: sentences and notes may speak of forms.</returns>
    public static FormTitle? Read(string text, FormCatalog forms)
    {
        string narrow = FormText.Narrow(text).ToUpperInvariant();
        if (narrow.Length is 0 or > LongestTitle || IsSentence(narrow))
        {
            return null;
        }

        List<string> numbers =
            [.. FormPatterns.Number().Matches(narrow).Select(Canonical).Distinct(StringComparer.Ordinal)];
        return numbers switch
        {
            [string number] => new FormTitle(forms.All.FirstOrDefault(
                form => form.Number == number || form.Prefixes.Contains(number, StringComparer.Ordinal))),
            [] => ByTitle(narrow, forms),
            _ => null,
        };
    }

    private static FormTitle? ByTitle(string narrow, FormCatalog forms)
    {
        string compact = FormText.Compact(narrow);
        string? part = Part(compact);
        List<FormDefinition> named = [.. forms.All.Where(form => Names(compact, form))];
        return named.Count == 0
            ? null
            : new FormTitle(named.FirstOrDefault(
                form => part is null || form.Number.EndsWith("_" + part, StringComparison.Ordinal)));
    }

    private static bool Names(string compact, FormDefinition form) =>
        compact.Contains(FormText.Compact(form.Title.Zh), StringComparison.Ordinal)
        || compact.Contains(FormText.Compact(form.Title.En), StringComparison.Ordinal);

    private static string Canonical(Match match) =>
        match.Groups["part"].Success
            ? $"{match.Groups["form"].Value}_{match.Groups["part"].Value}"
            : match.Groups["form"].Value;

    // 第II部分 and 第二部分 are the same part.
    private static string? Part(string compact)
    {
        Match match = FormPatterns.Part().Match(compact);
        string part = match.Groups["part"].Value;
        int number = ChineseNumbers.IndexOf(part, StringComparison.Ordinal);
        return !match.Success ? null : number >= 0 && part.Length == 1 ? s_romans[number] : part;
    }

    private static bool IsSentence(string narrow) =>
        narrow[^1] is '。' or '.' or ';'
        || narrow.Contains('。', StringComparison.Ordinal)
        || narrow.StartsWith('注')
        || narrow.StartsWith("NOTE", StringComparison.Ordinal);
}
