using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>The blank table of the PBoC's city branch: balances of each bank, increases of the month and of the year.</summary>
/// <remarks>Its headings are Chinese in either language, because that is how the table is handed out and read.</remarks>
internal static class CityTemplate
{
    private const int NoteLines = 4;
    private const int BankRows = 60;

    public static LocalizedText Title => TemplateWords.Both("CityTitle");

    public static byte[] Make(CultureInfo culture) => WorkbookWriter.Write([Notes(culture), Table()]);

    private static TemplateSheet Notes(CultureInfo culture)
    {
        string name = TemplateWords.In("NotesSheet", culture);
        return new TemplateSheet(
            name,
            [
                [new(name, CellStyle.Title)],
                .. TemplateWords.Lines("CityNote", NoteLines, culture)
                    .Select(line => new[] { new TemplateCell(line, CellStyle.Wrapped) }),
            ],
            [100],
            FrozenRows: 0,
            FrozenColumns: 0);
    }

    private static TemplateSheet Table()
    {
        string[] groups = Words("CityGroups");
        string[] columns = Words("CityColumns");
        return new TemplateSheet(
            TemplateWords.In("CitySheet", CultureInfo.InvariantCulture),
            [
                [new(TemplateWords.In("CityHeading", CultureInfo.InvariantCulture), CellStyle.Title)],
                [new(TemplateWords.In("CityUnit", CultureInfo.InvariantCulture), CellStyle.Plain)],
                [.. groups.Select(word => new TemplateCell(word, CellStyle.Head))],
                [.. columns.Select(word => new TemplateCell(word, CellStyle.Head))],
                .. Enumerable.Range(0, BankRows).Select(_ => Blank(columns.Length)),
                [new(TemplateWords.In("CityTotal", CultureInfo.InvariantCulture), CellStyle.Plain), .. Blank(columns.Length).Skip(1)],
            ],
            [36, .. columns.Skip(1).Select(_ => 16d)],
            FrozenRows: 4,
            FrozenColumns: 1);
    }

    private static TemplateCell[] Blank(int columns) =>
        [new("", CellStyle.Input), .. Enumerable.Range(1, columns - 1).Select(_ => new TemplateCell("", CellStyle.Amount))];

    private static string[] Words(string key) => TemplateWords.In(key, CultureInfo.InvariantCulture).Split('|');
}
