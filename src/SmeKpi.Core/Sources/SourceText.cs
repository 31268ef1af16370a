using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace SmeKpi.Core.Sources;

/// <summary>Turns the bytes of a text file into text, and text into what a finding may show of it.</summary>
internal static class SourceText
{
    private const int ShownLength = 80;

    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Strict UTF-8 first, else strict GB18030: Chinese text in GB18030 is practically never valid UTF-8.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, [NotNullWhen(true)] out string? text)
    {
        if (Utf8.IsValid(content))
        {
            text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
            return true;
        }

        try
        {
            text = s_gb18030.GetString(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Shortens a found text and blanks its control characters.</summary>
    public static string Show(ReadOnlySpan<char> text)
    {
        StringBuilder shown = new(ShownLength);
        foreach (char character in text)
        {
            if (shown.Length == ShownLength)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character);
        }

        return shown.ToString();
    }
}
