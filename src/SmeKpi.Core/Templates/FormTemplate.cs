using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>The blank workbook of a form: notes, then the form with its heading, codes and labels.</summary>
internal static class FormTemplate
{
    private const int NoteLines = 6;

    public static byte[] Make(FormDefinition form, CultureInfo culture) =>
        WorkbookWriter.Write([Notes(form, culture), Sheet(form, culture)]);

    private static TemplateSheet Notes(FormDefinition form, CultureInfo culture)
    {
        IEnumerable<string> lines = TemplateWords.Lines("FormNote", NoteLines, culture)
            .Select(line => line
                .Replace("{number}", form.Number, StringComparison.Ordinal)
                .Replace("{title}", form.Title.In(culture.Name), StringComparison.Ordinal)
                .Replace("{unit}", form.Unit, StringComparison.Ordinal));
        string name = TemplateWords.In("NotesSheet", culture);
        return new TemplateSheet(
            name,
            [
                [new(name, CellStyle.Title)],
                .. lines.Select(line => new[] { new TemplateCell(line, CellStyle.Wrapped) }),
            ],
            [100],
            FrozenRows: 0,
            FrozenColumns: 0);
    }

    private static TemplateSheet Sheet(FormDefinition form, CultureInfo culture)
    {
        List<IReadOnlyList<TemplateCell>> heading =
        [
            [new($"{form.Number} {form.Title.In(culture.Name)}", CellStyle.Title)],
            Fact("Institution", "", culture),
            Fact("Month", "", culture),
            Fact("Coverage", TemplateWords.In("Domestic", culture), culture),
            Fact("Unit", TemplateWords.In($"Unit.{form.Unit}", culture), culture),
            [
                Head("ItemCode", culture), Head("Item", culture),
                .. form.Columns.Select(column => Name(form, column, culture)),
            ],
            [
                new("", CellStyle.Head), new("", CellStyle.Head),
                .. form.Columns.Select(column => new TemplateCell(column.Code, CellStyle.Head)),
            ],
        ];
        return new TemplateSheet(
            form.Number,
            [.. heading, .. form.Items.Select(item => Row(form, item, culture))],
            [14, 44, .. form.Columns.Select(_ => 18d)],
            FrozenRows: heading.Count,
            FrozenColumns: 2);
    }

    private static TemplateCell[] Row(FormDefinition form, FormItem item, CultureInfo culture) =>
    [
        new(item.Code, CellStyle.Plain),
        new(new string(' ', 2 * Depth(form, item)) + item.Label.In(culture.Name), CellStyle.Plain),
        .. form.Columns.Select(
            column => new TemplateCell("", column.Kind is Unit.Count ? CellStyle.Count : CellStyle.Amount)),
    ];

    private static TemplateCell[] Fact(string key, string value, CultureInfo culture) =>
        [new(TemplateWords.In(key, culture), CellStyle.Plain), new(value, CellStyle.Input)];

    private static TemplateCell Head(string key, CultureInfo culture) =>
        new(TemplateWords.In(key, culture), CellStyle.Head);

    private static TemplateCell Name(FormDefinition form, FormColumn column, CultureInfo culture)
    {
        string name = column.Name.In(culture.Name);
        FormColumn? above = column.Under is { } code ? form.FindColumn(code) : null;
        return new(above is null ? name : $"{above.Name.In(culture.Name)} / {name}", CellStyle.Head);
    }

    private static int Depth(FormDefinition form, FormItem item) =>
        item.Parent is { } parent && form.FindItem(parent) is { } above ? 1 + Depth(form, above) : 0;
}
