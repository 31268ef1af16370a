using SmeKpi.Core.DataFiles;

namespace SmeKpi.Web.Access.Passwords;

/// <summary>The list of common passwords (seed-data/access/common-passwords.txt) and what is made of them.</summary>
/// <remarks>
/// Published lists hold some forty entries of 15 and more characters. What people do to reach 15 is to write a common
/// one twice or to join two; so the list bars every password that is made up of its entries, at most two different ones.
/// </remarks>
internal sealed class CommonPasswords
{
    public const string FileName = "common-passwords.txt";

    /// <summary>Shorter pieces would make chance finds of long random passwords.</summary>
    private const int ShortestPiece = 4;

    private readonly HashSet<string> _entries;
    private readonly int _longest;

    private CommonPasswords(IEnumerable<string> entries)
    {
        _entries = [.. entries.Select(PasswordText.Plain).Where(entry => entry.Length >= ShortestPiece)];
        _longest = _entries.Max(entry => entry.Length);
    }

    public int Count => _entries.Count;

    /// <exception cref="DataFileException">The list is missing.</exception>
    public static CommonPasswords Load(string directory) => new(
        DataFile.Read(Path.Combine(directory, FileName))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public bool Bars(string password)
    {
        string plain = PasswordText.Plain(password);
        return IsMadeUp(plain) || IsMadeUp(PasswordText.Folded(password)) || IsOneLetter(plain);
    }

    private static bool IsOneLetter(string text) => text.Distinct().Count() <= 2;

    private bool IsMadeUp(string text) => PiecesAt(text, 0).Any(first => IsCovered(text, first));

    /// <summary>Whether one entry, again and again, with another in between, makes up the whole text.</summary>
    private bool IsCovered(string text, string first)
    {
        IReadOnlyCollection<int> reached = Reach(text, [first]);
        return reached.Contains(text.Length)
            || reached.SelectMany(at => PiecesAt(text, at)).Distinct()
                .Any(second => Reach(text, [first, second]).Contains(text.Length));
    }

    private static HashSet<int> Reach(string text, string[] pieces)
    {
        HashSet<int> reached = [0];
        for (int at = 0; at < text.Length; at++)
        {
            foreach (string piece in reached.Contains(at) ? pieces : [])
            {
                if (string.CompareOrdinal(text, at, piece, 0, piece.Length) == 0)
                {
                    reached.Add(at + piece.Length);
                }
            }
        }

        return reached;
    }

    private IEnumerable<string> PiecesAt(string text, int at) => Enumerable
        .Range(ShortestPiece, Math.Max(0, Math.Min(_longest, text.Length - at) - ShortestPiece + 1))
        .Select(length => text.Substring(at, length))
        .Where(_entries.Contains);
}
