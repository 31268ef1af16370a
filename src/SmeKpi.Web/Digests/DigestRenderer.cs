using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SmeKpi.Core.Digest;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;

namespace SmeKpi.Web.Digests;

/// <summary>Makes the sentence of a finding: one template of DigestStrings.resx, its values as the formatter writes them.</summary>
/// <remarks>The same numbers always give the same words; nothing is computed here.</remarks>
public sealed partial class DigestRenderer(CultureInfo culture)
{
    private static readonly ResourceManager s_words =
        new("SmeKpi.Web.Resources.DigestStrings", typeof(DigestRenderer).Assembly);

    private readonly QuantityFormatter _format = new(culture);

    /// <summary>A sentence in both languages of the product.</summary>
    public static LocalizedText InBoth(DigestFinding finding) => new(
        new DigestRenderer(CultureInfo.GetCultureInfo("zh-CN")).Sentence(finding),
        new DigestRenderer(CultureInfo.GetCultureInfo("en")).Sentence(finding));

    /// <exception cref="MissingManifestResourceException">There is no such template or word.</exception>
    /// <exception cref="KeyNotFoundException">The template asks for a value that the finding does not carry.</exception>
    public string Sentence(DigestFinding finding) => Placeholder().Replace(
        Word(finding.Template), match => Write(finding.Values[match.Groups[1].Value]));

    private string Write(FindingValue value) => value switch
    {
        AmountValue amount => _format.Text(amount.Quantity, amount.Beside),
        ChangeValue change => _format.Difference(change.Quantity),
        SizeValue size => _format.Difference(Unsigned(size.Quantity)).TrimStart('+'),
        NumberValue number => _format.Count(number.Number),
        MonthValue month => _format.Month(month.Month),
        DateValue date => _format.Date(date.Date),
        StandingValue standing => Word($"State_{standing.Standing}"),
        NameValue name => name.Name.In(culture.Name),
        NamesValue names => string.Join(Word("ListSeparator"), names.Names.Select(name => name.In(culture.Name))),
        WordValue word => Word(word.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no kind of value"),
    };

    private static Quantity Unsigned(Quantity quantity) => quantity with { Number = Math.Abs(quantity.Number) };

    private string Word(string key) => s_words.GetString(key, culture)
        ?? throw new MissingManifestResourceException($"DigestStrings has no word '{key}'.");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
