using System.Reflection;

namespace SmeKpi.Core.Tests.Validation;

/// <summary>One line of Cases/*.txt: what a file holds and whether a rule is content with it.</summary>
/// <param name="Holds">The rule has nothing against the file.</param>
/// <param name="IsBoundary">The file stands at the limit of the rule, or just beyond it.</param>
public sealed record RuleCase(string Rule, bool Holds, bool IsBoundary, string Text)
{
    /// <summary>All cases of all rules, in the order of the files.</summary>
    public static IReadOnlyList<RuleCase> All { get; } = [.. Files().SelectMany(Read)];

    public override string ToString() => $"{Rule} {(IsBoundary ? "=" : string.Empty)}{(Holds ? '+' : '-')} {Text}";

    private static IEnumerable<string> Files()
    {
        Assembly tests = typeof(RuleCase).Assembly;
        foreach (string name in tests.GetManifestResourceNames().Where(name => name.StartsWith("Cases.", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(tests.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static IEnumerable<RuleCase> Read(string text)
    {
        string rule = string.Empty;
        foreach (string line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] is '+' or '-' or '=')
            {
                string signs = line[..line.IndexOf(' ', StringComparison.Ordinal)];
                yield return new RuleCase(rule, signs.Contains('+'), signs[0] == '=', line[signs.Length..].Trim());
            }
            else
            {
                rule = line.Split(' ')[0];
            }
        }
    }
}
