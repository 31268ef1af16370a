using System.Globalization;
using System.Text;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>A rule as it is shown to banks.</summary>
/// <param name="Formula">In symbols that need no translation; empty for what is found while reading.</param>
/// <param name="Words">What is wrong when the rule is broken.</param>
public sealed record RuleDescription(RuleEntry Entry, string Formula, LocalizedText Words);

/// <summary>校验规则目录: all rules with their words, for pages and for download.</summary>
public sealed class RuleCatalog
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    internal RuleCatalog(IEnumerable<RuleEntry> entries, IEnumerable<IRule> rules)
    {
        Dictionary<string, string> formulas = rules.ToDictionary(rule => rule.Number, rule => rule.Formula);
        Rules =
        [
            .. entries.Select(entry => new RuleDescription(
                entry,
                formulas.GetValueOrDefault(entry.Number, string.Empty),
                new LocalizedText(
                    RuleMessages.Statement(entry.Number, s_chinese), RuleMessages.Statement(entry.Number, s_english)))),
        ];
    }

    /// <summary>In the order of their numbers' groups: S, V, Q, M.</summary>
    public IReadOnlyList<RuleDescription> Rules { get; }

    /// <returns>Null when there is no such rule.</returns>
    public RuleDescription? Find(string number) => Rules.FirstOrDefault(rule => rule.Entry.Number == number);

    /// <summary>The catalogue as CSV (RFC 4180) with the words in both languages; spreadsheets open it as UTF-8.</summary>
    public string ToCsv()
    {
        StringBuilder text = new("\uFEFF");
        text.Append("number,severity,formula,words_zh,words_en,layouts,forms,parameters,valid_from,valid_to,severity_changes\r\n");
        foreach (RuleDescription rule in Rules)
        {
            text.AppendJoin(',', Fields(rule).Select(Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Fields(RuleDescription rule) =>
    [
        rule.Entry.Number,
        RuleFile.WordOf(rule.Entry.Severity),
        rule.Formula,
        rule.Words.Zh,
        rule.Words.En,
        string.Join(' ', rule.Entry.Layouts),
        string.Join(' ', rule.Entry.Forms),
        string.Join(' ', rule.Entry.Parameters.Select(
            parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Key}={parameter.Value}"))),
        rule.Entry.ValidFrom?.ToString() ?? string.Empty,
        rule.Entry.ValidTo?.ToString() ?? string.Empty,
        string.Join("; ", rule.Entry.SeverityChanges.Select(change =>
            $"{change.From} {RuleFile.WordOf(change.Severity)}: {change.Reason.Zh} / {change.Reason.En}")),
    ];

    // A formula that begins with = or − would be taken for one by a spreadsheet.
    private static string Quote(string field)
    {
        string safe = field.Length > 0 && "=+-@".Contains(field[0]) ? "'" + field : field;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
