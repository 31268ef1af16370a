using System.Globalization;
using System.Net;
using System.Text;

namespace SmeKpi.SampleData;

/// <summary>HTML as a spreadsheet program saves it, and pages that stand where a table should be.</summary>
public static class Pages
{
    public const string ErrorPage =
        "<!DOCTYPE html><html><head><title>403 Forbidden</title></head><body><h1>访问被拒绝</h1><p>synthetic</p></body></html>";

    /// <summary>The table as saved HTML: titles spanning all columns, thousands separators, line breaks in labels.</summary>
    public static byte[] Save(PublishedTable table, Encoding encoding)
    {
        int columns = table.Rows.Max(row => row.Count);
        StringBuilder html = new();
        html.Append("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta charset=\"{encoding.WebName}\">\n<title>sheet</title></head>\n");
        html.Append("<body><!--[if !excel]>&nbsp;&nbsp;<![endif]-->\n<table border=0><col width=340>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append(" <tr height=20>\n");
            Cells(html, row, columns);
            html.Append(" </tr>\n");
        }

        html.Append("</table></body></html>\n");
        return encoding.GetBytes(html.ToString());
    }

    private static void Cells(StringBuilder html, IReadOnlyList<string> row, int columns)
    {
        if (row.Count <= 1)
        {
            string text = row.Count == 0 ? "&nbsp;" : Label(row[0]);
            html.Append(CultureInfo.InvariantCulture, $"  <td colspan={columns} class=xl24>{text}</td>\n");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"  <td class=xl25>{Label(row[0])}</td>\n");
        foreach (string text in row.Skip(1))
        {
            html.Append(CultureInfo.InvariantCulture, $"  <td class=xl26 align=right>{Number(text)}</td>\n");
        }
    }

    private static string Label(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Number(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && text.Length - point == 3
            && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number)
            && number > 9_999m
            ? number.ToString("#,##0.00", CultureInfo.InvariantCulture)
            : text.Length == 0 ? "&nbsp;" : text;
    }
}
