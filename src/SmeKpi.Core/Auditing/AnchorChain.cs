using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SmeKpi.Core.Auditing;

/// <summary>Anchors as lines of JSON, each bound to the line before it.</summary>
public static partial class AnchorChain
{
    /// <summary>The anchor that follows <paramref name="last"/>.</summary>
    /// <param name="last">Null for the first anchor of a file.</param>
    public static AuditAnchor Append(DateTimeOffset at, AuditHead newest, AuditAnchor? last)
    {
        AuditAnchor open = new(
            DateOnly.FromDateTime(at.DateTime), newest.Number, newest.Hash, at, last?.Line ?? AuditChain.Beginning, string.Empty);
        return open with { Line = HashOf(open) };
    }

    /// <summary>The anchor as a line without its end.</summary>
    public static string ToText(AuditAnchor anchor) => $"{Body(anchor)},\"line\":\"{anchor.Line}\"}}";

    /// <summary>Reads the file up to its first broken line.</summary>
    /// <returns>The anchors before it, and what is wrong with it; null when the whole file is in order.</returns>
    public static (IReadOnlyList<AuditAnchor> Anchors, AuditFault? Fault) Read(string text)
    {
        string[] lines = text.Split('\n');
        List<AuditAnchor> anchors = [];
        foreach (string line in lines[..^1])
        {
            AuditAnchor? last = anchors.LastOrDefault();
            if (Parse(line) is not { } anchor)
            {
                return (anchors, Broken(line, "date, number, hash, at, previous, line"));
            }

            if (anchor.Previous != (last?.Line ?? AuditChain.Beginning))
            {
                return (anchors, Broken(anchor.Previous, last?.Line ?? AuditChain.Beginning));
            }

            if (anchor.Number < last?.Number)
            {
                return (anchors, Broken(Text(anchor.Number), $">= {Text(last.Number)}"));
            }

            anchors.Add(anchor);
        }

        // A line that was not finished when the machine went down; the next anchor takes its place.
        return (anchors, lines[^1].Length == 0 ? null : Broken(lines[^1], "\\n"));

        AuditFault Broken(string found, string expected) =>
            new(AuditFaultKind.AnchorsBroken, anchors.Count + 1, found, expected);
    }

    /// <returns>Null when the line is not exactly what was written once.</returns>
    private static AuditAnchor? Parse(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success
            || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || !long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || !DateTimeOffset.TryParseExact(match.Groups["at"].Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at))
        {
            return null;
        }

        AuditAnchor anchor = new(
            day, number, match.Groups["hash"].Value, at, match.Groups["previous"].Value, match.Groups["line"].Value);
        return ToText(anchor) == line && HashOf(anchor) == anchor.Line ? anchor : null;
    }

    private static string HashOf(AuditAnchor anchor) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body(anchor))));

    private static string Body(AuditAnchor anchor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"date\":\"{anchor.Day:yyyy-MM-dd}\",\"number\":{anchor.Number},\"hash\":\"{anchor.Hash}\",\"at\":\"{anchor.At:O}\",\"previous\":\"{anchor.Previous}\"");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """^\{"date":"(?<day>[^"]*)","number":(?<number>\d{1,18}),"hash":"(?<hash>[0-9a-f]{64})","at":"(?<at>[^"]*)","previous":"(?<previous>[0-9a-f]{64})","line":"(?<line>[0-9a-f]{64})"\}$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
