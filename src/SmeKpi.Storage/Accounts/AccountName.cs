using System.Text;
using SmeKpi.Core.Access;

namespace SmeKpi.Storage.Accounts;

/// <summary>What an account may be called, and how a name is found whatever its case and width.</summary>
public static class AccountName
{
    public const int Shortest = 2;
    public const int Longest = 64;

    private const string Signs = ".-_@";

    /// <summary>The program's own name in the audit chain is nobody's.</summary>
    public static bool IsFit(string name) => KeyOf(name) != KeyOf(Viewer.Program.Name)
        && name.Length is >= Shortest and <= Longest
        && name.All(letter => char.IsLetterOrDigit(letter) || Signs.Contains(letter));

    /// <summary>As it is stored: full-width letters become plain ones.</summary>
    public static string Clean(string name)
    {
        string cut = name.Length > Longest * 2 ? name[..(Longest * 2)] : name;
        return Whole(cut).Trim().Normalize(NormalizationForm.FormKC);
    }

    internal static string KeyOf(string name) => Clean(name).ToUpperInvariant();

    // Half a surrogate pair, which only a broken client sends, has no normal form.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
