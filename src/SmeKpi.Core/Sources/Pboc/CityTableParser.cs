using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Reads the monthly tables that the city branch hands out inside the administration.</summary>
internal static class CityTableParser
{
    public static bool Recognises(Grid grid) => CityColumns.Recognises(grid) || CityRows.Recognises(grid);

    public static ParsedFile Parse(IReadOnlyList<Grid> grids, SourceContext context)
    {
        FindingList findings = new();
        List<Figure> figures = [];
        foreach (Grid grid in grids)
        {
            CityTable? table = CityColumns.Recognises(grid)
                ? CityColumns.Locate(grid, context, findings)
                : CityRows.Locate(grid, context, findings);
            if (table is not null)
            {
                figures.AddRange(Figures(table, findings));
            }
        }

        RegionalFigures.CheckDistinct(figures, findings);
        return RegionalFigures.File(LayoutNames.PbocCityTable, grids, figures, findings);
    }

    private static List<Figure> Figures(CityTable table, FindingList findings)
    {
        List<Figure> figures = new(table.Subjects.Count * table.Measures.Count);
        foreach (CityMeasure measure in table.Measures)
        {
            List<Figure> one = [.. table.Subjects.Select(subject => Read(table, subject, measure, findings))];
            CheckTotal(table, measure, one, findings);
            figures.AddRange(one);
        }

        return figures;
    }

    private static Figure Read(CityTable table, CitySubject subject, CityMeasure measure, FindingList findings)
    {
        (int row, int column) = table.Place(subject, measure);
        SeriesKey series = new(measure.Code, table.Scope, subject.Bank, subject.Region);
        return RegionalFigures.Read(table.Grid, row, column, series, table.Month, measure.Unit, findings);
    }

    private static void CheckTotal(
        CityTable table, CityMeasure measure, List<Figure> figures, FindingList findings)
    {
        int total = table.Subjects.Index().FirstOrDefault(each => each.Item.IsTotal, (-1, default)).Index;
        if (total < 0 || figures[total].Value is not { } whole || table.Subjects.Count < 2)
        {
            return;
        }

        decimal sum = figures.Where((_, index) => index != total).Sum(figure => figure.Value?.Number ?? 0m);
        int decimals = table.Subjects.Max(subject => Decimals(table, subject, measure));
        decimal tolerance = Step(decimals, measure.Unit) / 2m * table.Subjects.Count;
        if (decimal.Abs(sum - whole.Number) > tolerance)
        {
            findings.Add(
                RuleNumbers.TotalDiffers, figures[total].Cell, whole.ToString(),
                FormattableString.Invariant($"Σ {sum} ± {tolerance}"));
        }
    }

    // A program drops zeros at the end, so the longest number of the column shows how far it was rounded.
    private static int Decimals(CityTable table, CitySubject subject, CityMeasure measure)
    {
        (int row, int column) = table.Place(subject, measure);
        string text = table.Grid[row, column].Trim();
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    // Never finer than a fen, to which values are rounded when they are read.
    private static decimal Step(int decimals, SourceUnit unit)
    {
        decimal step = unit.Factor;
        for (int place = 0; place < decimals && step > 0.01m; place++)
        {
            step /= 10m;
        }

        return decimal.Max(step, 0.01m);
    }
}
