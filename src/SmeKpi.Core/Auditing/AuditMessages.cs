using System.Globalization;
using System.Resources;

namespace SmeKpi.Core.Auditing;

/// <summary>The words of a verification, from AuditMessages.resx (Chinese) and AuditMessages.en.resx.</summary>
public static class AuditMessages
{
    private static readonly ResourceManager s_words = new(typeof(AuditMessages));
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>One sentence: that the chain holds, or which link breaks first, what was found and what was expected.</summary>
    /// <param name="culture">Chinese for any Chinese culture, English for all others.</param>
    public static string Describe(AuditVerdict verdict, CultureInfo culture) => verdict.Fault is { } fault
        ? Describe(fault, culture)
        : Fill("Holds", verdict.Entries, Text(verdict.Anchors), string.Empty, null, culture);

    /// <inheritdoc cref="Describe(AuditVerdict, CultureInfo)"/>
    public static string Describe(AuditFault fault, CultureInfo culture) =>
        Fill(fault.Kind.ToString(), fault.Number, fault.Found, fault.Expected, fault.Day, culture);

    private static string Fill(
        string key, long number, string found, string expected, DateOnly? day, CultureInfo culture) =>
        s_words.GetString(key, culture.TwoLetterISOLanguageName == "zh" ? culture : s_english)!
            .Replace("{number}", Text(number), StringComparison.Ordinal)
            .Replace("{day}", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{expected}", expected, StringComparison.Ordinal)
            .Replace("{found}", found, StringComparison.Ordinal);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
