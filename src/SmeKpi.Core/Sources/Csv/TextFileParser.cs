using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Csv;

/// <summary>Parses a CSV file: decode, read the comments, recognise the header, read the records.</summary>
internal static class TextFileParser
{
    public static ParsedFile Parse(ReadOnlyMemory<byte> content, SourceContext context)
    {
        if (!SourceText.TryDecode(content.Span, out string? text))
        {
            return ParsedFile.Refused("", new Finding(RuleNumbers.UnknownEncoding, null, "?", "UTF-8, GB18030"));
        }

        FindingList findings = new();
        TextComments comments = TextComments.Read(text, findings);
        using CsvRecords records = new(text);
        if (!records.Read())
        {
            return ParsedFile.Refused(
                "", records.Broken ?? new Finding(RuleNumbers.EmptyFile, null, "0", "> 0"));
        }

        IReadOnlyList<string> header = records.Fields();
        if (TextLayout.Nearest(header) is not { } layout)
        {
            string known = string.Join(" | ", TextLayout.All.Select(each => string.Join(',', each.Header)));
            string found = SourceText.Show(string.Join(',', header));
            return ParsedFile.Refused("", new Finding(RuleNumbers.UnknownLayout, records.Cell(0), found, known));
        }

        layout.CheckHeader(header, records, findings);
        return findings.HasBlocking
            ? ParsedFile.Refused(layout.Name, findings.ToList())
            : Read(layout, records, context, comments, findings);
    }

    private static ParsedFile Read(
        TextLayout layout, CsvRecords records, SourceContext context, TextComments comments, FindingList findings)
    {
        TextContent content = layout.Read(records, context, findings);
        if (records.Broken is { } broken)
        {
            findings.Add(broken);
        }

        if (content.Figures.Count + content.Banks.Count + content.Regions.Count == 0 && !findings.HasBlocking)
        {
            findings.Add(RuleNumbers.NoFigures, null, "0", "> 0");
        }

        return new ParsedFile(
            layout.Name, content.Figures, content.Banks, content.Regions, findings.ToList(), comments.Synthetic,
            comments.Received)
        {
            Places = content.Places,
        };
    }
}
