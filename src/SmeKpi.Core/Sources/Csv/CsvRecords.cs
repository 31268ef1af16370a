using Sylvan.Data.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Csv;

/// <summary>Reads the records of a CSV text and knows on which line each one starts.</summary>
internal sealed class CsvRecords : IDisposable
{
    private const int LongestRecord = 65_536;

    private readonly string _text;
    private readonly CsvDataReader? _reader;
    private int _position;
    private int _nextLine = 1;

    public CsvRecords(string text)
    {
        _text = text;
        try
        {
            _reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                Comment = '#',
                MaxBufferSize = LongestRecord,
            });
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            Broken = new Finding(RuleNumbers.BrokenCsv, new SourceCell("", 1, 1), FirstLine(), "CSV (RFC 4180)");
        }
    }

    /// <summary>Set when reading ended early because quotes or records are malformed.</summary>
    public Finding? Broken { get; private set; }

    /// <summary>The line on which the current record starts, counted from 1.</summary>
    public int Line { get; private set; }

    public int FieldCount => _reader?.RowFieldCount ?? 0;

    /// <summary>A field of the current record without the spaces around it; empty beyond the last field.</summary>
    public ReadOnlySpan<char> this[int field] =>
        field < FieldCount ? NumberText.TrimSpaces(_reader!.GetFieldSpan(field)) : [];

    /// <summary>Goes to the next record that is neither blank nor a comment.</summary>
    public bool Read()
    {
        while (ReadOne())
        {
            Line = NextRecordLine();
            if (FieldCount != 1 || !this[0].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<string> Fields()
    {
        string[] fields = new string[FieldCount];
        for (int field = 0; field < fields.Length; field++)
        {
            fields[field] = this[field].ToString();
        }

        return fields;
    }

    public SourceCell Cell(int field) => new("", Line, field + 1);

    public void Dispose() => _reader?.Dispose();

    private bool ReadOne()
    {
        if (_reader is null)
        {
            return false;
        }

        try
        {
            return _reader.Read();
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            int line = NextRecordLine();
            Broken = new Finding(
                RuleNumbers.BrokenCsv, new SourceCell("", line, 1), SourceText.Show(exception.Message), "CSV (RFC 4180)");
            return false;
        }
    }

    // The library counts records, not lines; quoted line breaks and comments make the difference.
    private int NextRecordLine()
    {
        while (_position < _text.Length && _text[_position] == '#')
        {
            SkipLine();
        }

        int line = _nextLine;
        int stop = _text.AsSpan(_position).IndexOfAny('\n', '\r', '"');
        if (stop < 0)
        {
            _position = _text.Length;
        }
        else if (_text[_position + stop] == '"')
        {
            SkipQuotedRecord();
        }
        else
        {
            _position += stop;
            SkipLineBreak();
        }

        return line;
    }

    private void SkipLine()
    {
        int end = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        _position = end < 0 ? _text.Length : _position + end;
        SkipLineBreak();
    }

    private void SkipLineBreak()
    {
        if (_position >= _text.Length)
        {
            return;
        }

        bool isPair = _text[_position] == '\r' && _position + 1 < _text.Length && _text[_position + 1] == '\n';
        _position += isPair ? 2 : 1;
        _nextLine++;
    }

    private void SkipQuotedRecord()
    {
        bool isOpen = false;
        bool isQuotedField = false;
        bool atFieldStart = true;
        while (_position < _text.Length)
        {
            char character = _text[_position];
            if (character is '\n' or '\r')
            {
                SkipLineBreak();
                if (!isOpen)
                {
                    return;
                }

                continue;
            }

            // A quote inside a field that did not begin with one is an ordinary character.
            isQuotedField = atFieldStart ? character == '"' : isQuotedField;
            isOpen ^= isQuotedField && character == '"';
            atFieldStart = character == ',' && !isOpen;
            _position++;
        }
    }

    private string FirstLine() => SourceText.Show(_text.AsSpan(0, Math.Min(_text.Length, 80)));
}
