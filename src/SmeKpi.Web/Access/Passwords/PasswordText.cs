using System.Globalization;
using System.Text;

namespace SmeKpi.Web.Access.Passwords;

/// <summary>A password as it is counted, compared and hashed.</summary>
internal static class PasswordText
{
    private static readonly Dictionary<char, char> s_lookAlikes = new()
    {
        ['0'] = 'o', ['1'] = 'l', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['@'] = 'a', ['$'] = 's', ['!'] = 'i',
    };

    /// <summary>The same password whatever keyboard composed its letters (NFC). Nothing is cut or trimmed.</summary>
    public static string Normalise(string password) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(password)).Normalize(NormalizationForm.FormC);

    /// <summary>Code points, not bytes or UTF-16 units.</summary>
    public static int LengthOf(string password) => password.EnumerateRunes().Count();

    /// <summary>How many of upper case, lower case, digits and everything else occur.</summary>
    public static int ClassesOf(string password) =>
        password.EnumerateRunes().Select(ClassOf).Distinct().Count();

    /// <summary>For comparison with a list: without case and width.</summary>
    public static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The same with signs that stand in for letters read as the letters.</summary>
    public static string Folded(string text) =>
        string.Concat(Plain(text).Select(letter => s_lookAlikes.GetValueOrDefault(letter, letter)));

    private static int ClassOf(Rune letter) => Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.UppercaseLetter => 0,
        UnicodeCategory.LowercaseLetter => 1,
        UnicodeCategory.DecimalDigitNumber => 2,
        _ => 3,
    };
}
