using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>The national table found on a grid: where its months and its rows are. Values are not read yet.</summary>
internal sealed record CreditFundsTable(
    Grid Grid, IReadOnlyList<MonthColumn> Months, IReadOnlyList<TableRow> Rows);

internal readonly record struct MonthColumn(int Column, YearMonth Month);

/// <param name="Section">来源方项目 or 运用方项目</param>
internal readonly record struct TableRow(int Row, string Section, string Label);
