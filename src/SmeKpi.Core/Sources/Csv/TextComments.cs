using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Csv;

/// <summary>The comment lines before the header: <c># synthetic: true</c>, <c># received: 2025-07-12T09:30:00+08:00</c>.</summary>
internal readonly record struct TextComments(bool Synthetic, DateTimeOffset? Received)
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static TextComments Read(string text, FindingList findings)
    {
        TextComments comments = default;
        int line = 0;
        foreach (ReadOnlySpan<char> each in text.AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> content = each.Trim();
            if (content.IsEmpty)
            {
                continue;
            }

            if (content[0] != '#')
            {
                break;
            }

            int colon = content.IndexOf(':');
            if (colon > 0)
            {
                comments = comments.With(content[1..colon].Trim(), content[(colon + 1)..].Trim(), line, findings);
            }
        }

        return comments;
    }

    private TextComments With(ReadOnlySpan<char> key, ReadOnlySpan<char> value, int line, FindingList findings)
    {
        if (key.SequenceEqual("synthetic"))
        {
            if (bool.TryParse(value, out bool synthetic))
            {
                return this with { Synthetic = synthetic };
            }

            findings.Add(RuleNumbers.WrongComment, new SourceCell("", line, 1), SourceText.Show(value), "true | false");
        }
        else if (key.SequenceEqual("received"))
        {
            if (DateTimeOffset.TryParseExact(
                value, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset received))
            {
                return this with { Received = received };
            }

            findings.Add(
                RuleNumbers.WrongComment, new SourceCell("", line, 1), SourceText.Show(value), "yyyy-MM-ddTHH:mm:ss+08:00");
        }

        return this;
    }
}
