using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Sources.Rates;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources;

/// <summary>From bytes to figures: recognises a file by its content, picks the layout, reads it.</summary>
public static class SourceParser
{
    /// <summary>Reads a file in any layout of <see cref="LayoutNames"/>.</summary>
    /// <returns>
    /// The figures or master data with their cells, or findings that say what is wrong and where. Tables are read whole
    /// or not at all; of a tidy return the readable rows are given beside the findings, so that rules can speak about
    /// them too. Whoever stores must look at <see cref="ParsedFile.IsRefused"/>. Damaged bytes give findings, never an
    /// exception.
    /// </returns>
    public static ParsedFile Parse(SourceFile file, SourceContext context)
    {
        if (file.Content.IsEmpty)
        {
            return ParsedFile.Refused("", new Finding(RuleNumbers.EmptyFile, null, "0", "> 0"));
        }

        if (!FileKinds.Reads(file.Name))
        {
            return ParsedFile.Refused(
                "",
                new Finding(RuleNumbers.UnknownExtension, null, SourceText.Show(file.Name), FileKinds.Extensions));
        }

        FileKind kind = FileKinds.Of(file.Content.Span);
        if (!FileKinds.Fits(kind, file.Name))
        {
            return ParsedFile.Refused(
                "", new Finding(RuleNumbers.WrongExtension, null, SourceText.Show(file.Name), Expected(kind)));
        }

        return ContentMatchesFiling.Check(Parse(file, kind, context), file.Name, context.Month);
    }

    private static ParsedFile Parse(SourceFile file, FileKind kind, SourceContext context) => kind switch
    {
        FileKind.Text => TextFileParser.Parse(file.Content, context),
        FileKind.Xml => RateFilingParser.Parse(file, kind, context),
        FileKind.Zip when IsRateFiling(file) => RateFilingParser.Parse(file, kind, context),
        FileKind.Zip when FileKinds.Extension(file.Name) == "zip" => ParsedFile.Refused(
            "", new Finding(RuleNumbers.WrongExtension, null, SourceText.Show(file.Name), Expected(kind))),
        _ => ParseGrids(Read(file.Content, kind), kind, context),
    };

    // Whatever is named like a workbook is judged as one, so that its damage is called by that name.
    private static bool IsRateFiling(SourceFile file) =>
        FileKinds.Extension(file.Name) is not ("xlsx" or "xls") && !ArchiveLimits.IsWorkbook(file.Content);

    private static GridReading Read(ReadOnlyMemory<byte> content, FileKind kind) =>
        kind is FileKind.Html
            ? PageReader.Read(content)
            : CellErrors.Show(WorkbookReader.Read(content, kind), content, kind);

    private static ParsedFile ParseGrids(GridReading reading, FileKind kind, SourceContext context)
    {
        if (reading.Failure is { } failure)
        {
            return ParsedFile.Refused("", failure);
        }

        IReadOnlyList<GridLayout> layouts = GridLayout.For(context);
        List<(GridLayout Layout, List<Grid> Grids)> known =
        [
            .. layouts
                .Select(layout => (Layout: layout, Grids: reading.Grids.Where(layout.Recognises).ToList()))
                .Where(claim => claim.Grids.Count > 0),
        ];
        if (known is [(GridLayout layout, List<Grid> grids)] && (grids.Count == 1 || !layout.OneTable))
        {
            return layout.Parse(grids, context);
        }

        string rule = kind is FileKind.Html ? RuleNumbers.NoKnownTable : RuleNumbers.UnknownLayout;
        IEnumerable<Grid> seen = known.Count > 0 ? known.SelectMany(claim => claim.Grids) : reading.Grids;
        string expected = string.Join(" | ", layouts.Select(each => (each.OneTable ? "1 × " : "") + each.Name));
        return ParsedFile.Refused("", new Finding(rule, null, string.Join(" | ", seen.Take(5).Select(Show)), expected));
    }

    private static string Show(Grid grid)
    {
        for (int row = 0; row < grid.RowCount; row++)
        {
            for (int column = 0; column < grid.ColumnCount(row); column++)
            {
                if (!string.IsNullOrWhiteSpace(grid[row, column]))
                {
                    return SourceText.Show($"{grid.Sheet}: {grid[row, column].Trim()}");
                }
            }
        }

        return SourceText.Show(grid.Sheet);
    }

    private static string Expected(FileKind kind) => kind switch
    {
        FileKind.Text => ".csv | .txt",
        FileKind.Html => ".htm | .html | .xls",
        FileKind.Xml => ".xml",
        FileKind.Zip => ".xlsx | .xls",
        FileKind.Biff => ".xls",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of file."),
    };
}
