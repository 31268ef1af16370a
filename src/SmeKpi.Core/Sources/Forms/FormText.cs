using System.Text;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Makes texts comparable: narrow digits, letters and brackets, plain spaces or none.</summary>
internal static class FormText
{
    private const char FirstWide = '！';
    private const char LastWide = '～';
    private static readonly string[] s_romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>Narrow characters, each run of white space (no-break, ideographic, line breaks) as one space.</summary>
    public static string Narrow(string text)
    {
        StringBuilder narrow = new(text.Length);
        foreach (char character in text)
        {
            if (character is '\u200B' or '\uFEFF')
            {
                continue;
            }

            if (!char.IsWhiteSpace(character))
            {
                Append(narrow, character);
            }
            else if (narrow.Length > 0 && narrow[^1] != ' ')
            {
                narrow.Append(' ');
            }
        }

        return narrow.ToString().TrimEnd();
    }

    /// <summary>For comparing: narrow, without any white space, capital letters.</summary>
    public static string Compact(string text) =>
        Narrow(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static void Append(StringBuilder narrow, char character)
    {
        if (character is >= 'Ⅰ' and <= 'Ⅹ')
        {
            narrow.Append(s_romans[character - 'Ⅰ']);
            return;
        }

        narrow.Append(character switch
        {
            >= FirstWide and <= LastWide => (char)(character - FirstWide + '!'),
            '〔' or '【' or '﹙' => '(',
            '〕' or '】' or '﹚' => ')',
            _ => character,
        });
    }
}
