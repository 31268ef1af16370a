using System.Text;

namespace SmeKpi.Web.Api;

/// <summary>Rows as RFC 4180 text with a header. What a spreadsheet could take for a formula is prefixed by a quote.</summary>
internal static class CsvText
{
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        StringBuilder text = new();
        Append(text, header);
        foreach (IReadOnlyList<string?> row in rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    /// <summary>A row of words, which strangers may have typed: nothing in it is taken for a number.</summary>
    public static string WordsLine(IEnumerable<string?> fields) => string.Join(',', fields.Select(Words)) + "\r\n";

    // Spreadsheets for East Asia take the wide forms of the signs for the narrow ones.
    private static string Words(string? value) => Quoted(
        value is [var first, ..] && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(first, StringComparison.Ordinal)
            ? "'" + value
            : value ?? string.Empty);

    private static void Append(StringBuilder text, IReadOnlyList<string?> fields)
    {
        text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
    }

    private static string Field(string? value)
    {
        string field = value ?? string.Empty;
        bool isNumber = decimal.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _);
        if (field.Length > 0 && !isNumber && "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) && field != "-")
        {
            field = "'" + field;
        }

        return Quoted(field);
    }

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
