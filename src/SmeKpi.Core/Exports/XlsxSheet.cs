using System.Globalization;
using System.Xml;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exports;

/// <summary>Writes one sheet row by row. Texts are plain text cells, never formulas; numbers are numbers.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private readonly XmlWriter _xml;

    public XlsxSheet(Stream part)
    {
        // Line breaks within a text must come back as they went in.
        _xml = XmlWriter.Create(part, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize, CloseOutput = false });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("worksheet", XlsxParts.Main);
        _xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        _xml.WriteStartElement("sheetData");
    }

    /// <summary>Rows written so far, the head included.</summary>
    public int Rows { get; private set; }

    public void Head(IEnumerable<string> names) => Write(names, XlsxParts.HeadStyle);

    public void Row(IReadOnlyList<object?> values) => Write(values, XlsxParts.PlainStyle);

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void Write(IEnumerable<object?> values, int textStyle)
    {
        Rows++;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", Rows.ToString(CultureInfo.InvariantCulture));
        int column = 0;
        foreach (object? value in values)
        {
            column++;
            if (value is not null)
            {
                Cell(new SourceCell("", Rows, column).ToA1(), value, textStyle);
            }
        }

        _xml.WriteEndElement();
    }

    private void Cell(string place, object value, int textStyle)
    {
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", place);
        switch (value)
        {
            case string text:
                Text(text, textStyle);
                break;
            case decimal number:
                Value(ExportValues.Plain(number), XlsxParts.PlainStyle);
                break;
            case YearMonth month:
                Value(ExportValues.Days(month), XlsxParts.MonthStyle);
                break;
            case DateTimeOffset moment:
                Value(ExportValues.Days(moment), XlsxParts.MomentStyle);
                break;
            case bool flag:
                _xml.WriteAttributeString("t", "b");
                _xml.WriteElementString("v", flag ? "1" : "0");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "no value of an export");
        }

        _xml.WriteEndElement();
    }

    // A text that looks like a formula is marked as text, so that it stays one when somebody types in its cell.
    private void Text(string text, int style)
    {
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteAttributeString("s", (FormulaGuard.IsRisky(text) ? XlsxParts.TextStyle : style).ToString(CultureInfo.InvariantCulture));
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(Readable(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Value(string number, int style)
    {
        _xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        _xml.WriteElementString("v", number);
    }

    // XML has no way to write some control characters and halves of letters.
    private static string Readable(string text)
    {
        char[] letters = text.ToCharArray();
        for (int at = 0; at < letters.Length; at++)
        {
            if (at + 1 < letters.Length && XmlConvert.IsXmlSurrogatePair(letters[at + 1], letters[at]))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(letters[at]))
            {
                letters[at] = '\uFFFD';
            }
        }

        return new string(letters);
    }
}
