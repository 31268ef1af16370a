using System.Text;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>A row label taken apart: how deep its numbering puts it, and its Chinese name.</summary>
/// <param name="Level">1 for 一、 and totals, 2 for （一）, 3 for 1., 4 for （1）, 5 for a row without number.</param>
internal readonly record struct RowLabel(int Level, string Name)
{
    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>Drops spaces of every kind, line breaks and the English part; makes brackets and digits narrow.</summary>
    public static string Normalise(string text)
    {
        StringBuilder label = new(text.Length);
        foreach (char character in text)
        {
            if (char.IsAsciiLetter(character))
            {
                break;
            }

            if (!char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF'))
            {
                label.Append(Narrow(character));
            }
        }

        return label.ToString();
    }

    public static RowLabel Read(string text)
    {
        string label = Normalise(text);
        int chinese = Run(label, 0, ChineseDigits);
        int digits = Run(label, 0, "0123456789");
        if (chinese > 0 && At(label, chinese) == '、')
        {
            return new(1, label[(chinese + 1)..]);
        }

        if (digits > 0 && At(label, digits) is '.' or '、')
        {
            return new(3, label[(digits + 1)..]);
        }

        if (At(label, 0) == '(')
        {
            return Bracketed(label);
        }

        return new(label.EndsWith("总计", StringComparison.Ordinal) ? 1 : 5, label);
    }

    private static RowLabel Bracketed(string label)
    {
        int chinese = Run(label, 1, ChineseDigits);
        int digits = Run(label, 1, "0123456789");
        if (chinese > 0 && At(label, 1 + chinese) == ')')
        {
            return new(2, label[(chinese + 2)..]);
        }

        return digits > 0 && At(label, 1 + digits) == ')' ? new(4, label[(digits + 2)..]) : new(5, label);
    }

    private static char Narrow(char character) => character switch
    {
        '（' or '〔' => '(',
        '）' or '〕' => ')',
        '．' => '.',
        '：' => ':',
        >= '０' and <= '９' => (char)(character - '０' + '0'),
        _ => character,
    };

    private static int Run(string text, int start, string of)
    {
        int length = 0;
        while (start + length < text.Length && of.Contains(text[start + length], StringComparison.Ordinal))
        {
            length++;
        }

        return length;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
