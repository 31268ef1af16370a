using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>What the tables of provinces and cities have in common once their cells are found.</summary>
internal static class RegionalFigures
{
    public static Figure Read(
        Grid grid, int row, int column, SeriesKey series, YearMonth month, SourceUnit unit, FindingList findings)
    {
        string text = grid[row, column];
        Quantity? value = null;
        if (!NumberText.IsMissing(text))
        {
            value = NumberText.TryParse(text, out decimal number) ? unit.Convert(number) : null;
            if (value is null)
            {
                findings.Add(RuleNumbers.BadNumber, grid.Cell(row, column), SourceText.Show(text), "0.00");
            }
        }

        return new Figure(series, month, value, grid.Cell(row, column));
    }

    /// <summary>Two sheets of a file, or two columns, may not speak of the same series and month.</summary>
    public static void CheckDistinct(IReadOnlyList<Figure> figures, FindingList findings)
    {
        Dictionary<(SeriesKey, YearMonth), Figure> seen = [];
        foreach (Figure figure in figures)
        {
            if (!seen.TryAdd((figure.Series, figure.Month), figure))
            {
                Figure first = seen[(figure.Series, figure.Month)];
                findings.Add(
                    RuleNumbers.TwoTables, figure.Cell,
                    SourceText.Show($"{figure.Series.Indicator} {figure.Month}: {first.Cell}"), "1 ×");
            }
        }
    }

    /// <summary>The file as read; nothing of it when any finding blocks or no cell holds a figure.</summary>
    public static ParsedFile File(
        string layout, IReadOnlyList<Grid> grids, IReadOnlyList<Figure> figures, FindingList findings)
    {
        if (!findings.HasBlocking && figures.All(figure => figure.Value is null))
        {
            findings.Add(RuleNumbers.NoFigures, null, SourceText.Show(grids[0].Sheet), "> 0");
        }

        return findings.HasBlocking
            ? ParsedFile.Refused(layout, findings.ToList())
            : new ParsedFile(
                layout, figures, [], [], findings.ToList(), grids.Any(CreditFundsParser.SaysSynthetic), Received: null);
    }
}
