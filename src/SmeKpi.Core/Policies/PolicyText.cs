using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Policies;

/// <summary>The words of the law as text.zh-CN.md holds them: title, preamble, measures, closing words.</summary>
internal sealed class PolicyText
{
    /// <summary>一 to 十 and the comma 、 that follows them in a heading.</summary>
    private const string Numerals = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
    private const char Comma = '\u3001';

    private const string TitleMark = "# ";
    private const string HeadingMark = "## ";
    private const string ClosingMark = "---";

    private readonly string _file;
    private readonly List<Section> _sections = [];

    private PolicyText(string file) => _file = file;

    public string Title => _sections.Single(section => section.Mark == TitleMark).Heading;

    public string Preamble => _sections.Single(section => section.Mark == TitleMark).Body;

    public string Closing => _sections[^1].Body;

    public int MeasureCount => _sections.Count(section => section.Mark == HeadingMark);

    /// <summary>Heading without its numeral, and body, of the measure with a number.</summary>
    public (string Title, string Body) Measure(int number)
    {
        Section section = _sections.Where(section => section.Mark == HeadingMark).ElementAt(number - 1);
        return (section.Heading[2..], section.Body);
    }

    /// <exception cref="DataFileException">The file lacks a part or the headings are not numbered in order.</exception>
    public static PolicyText Load(string file)
    {
        PolicyText text = new(file);
        string[] lines = DataFile.Read(file).Split('\n');
        int start = Array.FindIndex(lines, line => line.StartsWith(TitleMark, StringComparison.Ordinal));
        if (start < 0)
        {
            throw new DataFileException(file, 1, "the title is missing: found no line that begins with '# '");
        }

        for (int index = start; index < lines.Length; index++)
        {
            text.Add(lines[index].TrimEnd('\r'), index + 1);
        }

        text.Check(lines.Length);
        return text;
    }

    private void Add(string line, int number)
    {
        string? mark = line.StartsWith(HeadingMark, StringComparison.Ordinal) ? HeadingMark
            : line.StartsWith(TitleMark, StringComparison.Ordinal) ? TitleMark
            : line == ClosingMark ? ClosingMark
            : null;
        if (mark is null)
        {
            _sections[^1].Lines.Add(line);
            return;
        }

        string heading = mark == ClosingMark ? string.Empty : line[mark.Length..];
        int ordinal = MeasureCount;
        if (mark == HeadingMark && (heading.Length < 3 || ordinal >= Numerals.Length
            || heading[0] != Numerals[ordinal] || heading[1] != Comma))
        {
            string expected = ordinal < Numerals.Length ? $"'{Numerals[ordinal]}{Comma}…'" : "no further measure";
            throw new DataFileException(_file, number, $"heading: found '{heading}', expected {expected}");
        }

        _sections.Add(new Section(mark, heading, number, []));
    }

    private void Check(int lastLine)
    {
        if (_sections.FindLast(section => section.Mark == TitleMark) is { } second && second != _sections[0])
        {
            throw new DataFileException(_file, second.Line, $"a second title: found '{second.Heading}'");
        }

        int closing = _sections.FindIndex(section => section.Mark == ClosingMark);
        if (closing != _sections.Count - 1)
        {
            throw new DataFileException(
                _file, lastLine, "the closing words must follow one line '---' after the last measure");
        }

        if (_sections.Find(section => section.Body.Length == 0) is { } empty)
        {
            throw new DataFileException(_file, empty.Line, $"no text under '{empty.Mark}{empty.Heading}'");
        }
    }

    private sealed record Section(string Mark, string Heading, int Line, List<string> Lines)
    {
        public string Body => string.Join('\n', Lines).Trim();
    }
}
