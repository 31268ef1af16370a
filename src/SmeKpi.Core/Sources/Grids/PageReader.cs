using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Reads the tables of an HTML page, as saved from a workbook or shown on a site.</summary>
internal static partial class PageReader
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const int MaxTables = 200;

    // The HTML standard makes a parser repeat unclosed formatting in every block: a small page could grow without end.
    private const int MaxUnclosedFormatting = 20;

    public static GridReading Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            return GridReading.Failed(RuleNumbers.TooLarge, $"{content.Length} B", $"<= {MaxBytes} B");
        }

        if (!SourceText.TryDecode(content.Span, out string? html))
        {
            return GridReading.Failed(RuleNumbers.UnknownEncoding, "?", "UTF-8, GB18030");
        }

        if (UnclosedFormatting(html) > MaxUnclosedFormatting)
        {
            return GridReading.Failed(RuleNumbers.TooLarge, "<b><b>…", "</b></b>…");
        }

        try
        {
            return ReadTables(html);
        }
        catch (DepthGuard.TooDeepException)
        {
            return GridReading.Failed(RuleNumbers.TooLarge, "<div><div>…", $"<= {DepthGuard.MaxDepth}");
        }
    }

    private static GridReading ReadTables(string html)
    {
        DepthGuard guard = new();
        HtmlParserOptions options = new()
        {
            MaximumDepth = DepthGuard.MaxDepth,
            OnCreated = (element, _) => guard.Created(element),
        };
        using IHtmlDocument page = new HtmlParser(options).ParseDocument(html);
        List<Grid> grids = [.. page.QuerySelectorAll<IHtmlTableElement>("table").Take(MaxTables).Select(ReadTable)];
        return grids.Count > 0
            ? new GridReading(grids, Failure: null)
            : GridReading.Failed(RuleNumbers.NoKnownTable, SourceText.Show(page.Title ?? ""), "<table>");
    }

    private static Grid ReadTable(IHtmlTableElement table, int index)
    {
        List<string[]> rows = [];
        int[] coveredRows = new int[Grid.MaxColumns];
        foreach (IHtmlTableRowElement row in table.Rows.Take(Grid.MaxRows))
        {
            rows.Add(ReadRow(row, coveredRows));
        }

        return new Grid($"table {index + 1}", rows);
    }

    // A cell that spans several columns or rows has its text in the first; the others stay empty.
    private static string[] ReadRow(IHtmlTableRowElement row, int[] coveredRows)
    {
        List<string> cells = [];
        foreach (IHtmlTableCellElement cell in row.Cells)
        {
            SkipCovered(cells, coveredRows);
            int columns = Math.Max(1, cell.ColumnSpan);
            for (int part = 0; part < columns && cells.Count < Grid.MaxColumns; part++)
            {
                coveredRows[cells.Count] = Math.Max(0, cell.RowSpan - 1);
                cells.Add(part == 0 ? Grid.Cut(cell.TextContent) : "");
            }
        }

        SkipCovered(cells, coveredRows);
        return [.. cells];
    }

    private static void SkipCovered(List<string> cells, int[] coveredRows)
    {
        while (cells.Count < Grid.MaxColumns && coveredRows[cells.Count] > 0)
        {
            coveredRows[cells.Count]--;
            cells.Add("");
        }
    }

    private static int UnclosedFormatting(string html)
    {
        int open = 0;
        foreach (ValueMatch tag in FormattingTag().EnumerateMatches(html))
        {
            open += html[tag.Index + 1] == '/' ? -1 : 1;
        }

        return open;
    }

    [GeneratedRegex(
        "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s>/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormattingTag();
}
