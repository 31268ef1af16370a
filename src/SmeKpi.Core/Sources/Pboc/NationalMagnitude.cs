using System.Globalization;
using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Guards the unit of the table by its largest known figure, 各项贷款 of the nation.</summary>
/// <remarks>
/// The stripped form names no unit. Between 2010 and a distant future the nation's loans lie between 30 and 3,000
/// 万亿元; a table in 万元 or 万亿元 read as 亿元 lies four powers of ten outside.
/// </remarks>
internal static class NationalMagnitude
{
    private const decimal LowestYi = 300_000m;
    private const decimal HighestYi = 30_000_000m;
    private const decimal Step = 8m;

    public static void Check(Grid grid, TableRow loans, IReadOnlyList<MonthColumn> published, FindingList findings)
    {
        decimal? before = null;
        foreach (MonthColumn month in published)
        {
            string text = grid[loans.Row, month.Column];
            bool isNumber = NumberText.TryParse(text, out decimal yi);
            if (!isNumber || yi is < LowestYi or > HighestYi)
            {
                string range = string.Create(CultureInfo.InvariantCulture, $"{LowestYi} .. {HighestYi}");
                Add(RuleNumbers.NationalMagnitude, range);
            }
            else if (before is { } last && (yi >= last * Step || yi * Step <= last))
            {
                Add(RuleNumbers.NationalStep, string.Create(CultureInfo.InvariantCulture, $"{last} × (1/{Step} .. {Step})"));
            }

            before = isNumber && yi > 0m ? yi : before;

            void Add(string rule, string expected) =>
                findings.Add(rule, grid.Cell(loans.Row, month.Column), SourceText.Show(text), expected);
        }
    }
}
