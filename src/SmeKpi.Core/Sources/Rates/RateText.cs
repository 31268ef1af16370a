using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>The text file inside a package: UTF-8, fields joined by <c>|@|</c>, rows by a line feed.</summary>
/// <param name="Name">The name of the text file, as the cells of findings and figures give it.</param>
internal sealed partial record RateText(string Name, ReadOnlyMemory<byte> Bytes)
{
    private const byte LineFeed = (byte)'\n';
    private const int LongestRow = 65_536;
    private const string Separator = "|@|";

    /// <returns>Null when findings say why the text cannot be read.</returns>
    public static RateText? Open(RatePackage package, ArchiveBudget budget, FindingList findings)
    {
        try
        {
            return package is { Archive.Length: 0, Rows: 0 }
                ? new RateText(package.Place, default)
                : Unpack(package, budget, findings);
        }
        catch (SystemException exception)
        {
            findings.Add(
                RuleNumbers.BrokenPackage, null, SourceText.Show($"{package.Place}: {exception.Message}"),
                "<filecontent> Base64(ZIP(txt))");
            return null;
        }
    }

    /// <summary>The rows with their line numbers, from 1.</summary>
    public IEnumerable<RateRow> Rows()
    {
        ReadOnlyMemory<byte> rest = Bytes;
        for (int line = 1; rest.Length > 0; line++)
        {
            int end = rest.Span.IndexOf(LineFeed);
            ReadOnlyMemory<byte> row = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            yield return new RateRow(Name, line, Fields(row.Span));
        }
    }

    // A row beyond the limit has no fields, which every reader reports.
    private static string[] Fields(ReadOnlySpan<byte> row) => row.Length > LongestRow
        ? []
        : Encoding.UTF8.GetString(row).TrimEnd('\r').Split(Separator);

    private static RateText? Unpack(RatePackage package, ArchiveBudget budget, FindingList findings)
    {
        using ZipArchive archive = ArchiveBudget.Open(package.Archive);
        if (budget.Admit(archive, package.Archive.Length) is { } beyond)
        {
            findings.Add(beyond);
            return null;
        }

        if (archive.Entries is not [{ } entry])
        {
            string found = SourceText.Show($"{package.Place}: {archive.Entries.Count} ×");
            findings.Add(RuleNumbers.BrokenPackage, null, found, "1 × *.txt");
            return null;
        }

        CheckName(entry.Name, package, findings);
        if (ArchiveBudget.Unpack(entry, RateLimits.LargestText) is not { } bytes)
        {
            findings.Add(ArchiveBudget.Beyond($"{package.Place} {entry.Length} B", $"<= {RateLimits.LargestText} B"));
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            findings.Add(RuleNumbers.UnknownEncoding, null, SourceText.Show(entry.Name), "UTF-8");
            return null;
        }

        RateText text = new(SourceText.Show(entry.Name), bytes);
        CheckRowCount(text, package, findings);
        return text;
    }

    // <bank>_<type>_<yyyyMMdd>_<parts>_<part>.txt; the order of the last two is not fixed by any text known to us.
    private static void CheckName(string name, RatePackage package, FindingList findings)
    {
        string expected = FormattableString.Invariant($"{package.Bank}_{package.Type}_{package.Date:yyyyMMdd}");
        Match match = NamePattern().Match(name);
        if (!match.Success || !match.Groups["stem"].ValueSpan.Equals(expected, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                RuleNumbers.PackageContradiction, new SourceCell(SourceText.Show(package.Place), 1, 1),
                SourceText.Show(name), $"{SourceText.Show(expected)}_1_1.txt");
        }
    }

    private static void CheckRowCount(RateText text, RatePackage package, FindingList findings)
    {
        ReadOnlySpan<byte> bytes = text.Bytes.Span;
        int rows = bytes.Count(LineFeed) + (bytes.IsEmpty || bytes[^1] == LineFeed ? 0 : 1);
        if (rows != package.Rows)
        {
            findings.Add(
                RuleNumbers.PackageContradiction, new SourceCell(text.Name, 1, 1), $"{rows}",
                $"<rownum>{package.Rows}");
        }
    }

    [GeneratedRegex(
        "^(?<stem>.+_[0-9]{8})(_[0-9]{1,6}){0,2}\\.txt$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}

/// <summary>One row of a text, with its place.</summary>
internal readonly record struct RateRow(string File, int Line, string[] Fields)
{
    public string this[int field] => Fields[field].Trim();

    public SourceCell Cell(int field) => new(File, Line, field + 1);
}
