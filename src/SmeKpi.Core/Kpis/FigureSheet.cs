using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>All values of one indicator in one scope for one month: reporters by areas.</summary>
/// <remarks>Reporter 0 is the area's published total, the banks follow; areas are numbered as the layout says.</remarks>
internal sealed class FigureSheet(SheetLayout layout, IEnumerable<SheetColumn> series, YearMonth month)
{
    private readonly KnownValue?[,] _cells = Fill(layout, series, month);
    private readonly BankSum?[] _sums = new BankSum?[layout.Areas];

    public KnownValue? Published(int area) => _cells[0, area];

    /// <summary>A bank's own row; in the city, where it has none, the sum of its counties and zones.</summary>
    public BankFigure Own(int bank, int area)
    {
        if (_cells[bank, area] is { Value: { } own, Synthetic: var synthetic })
        {
            return new BankFigure(own.Number, synthetic);
        }

        decimal? total = null;
        bool any = false;
        foreach (int part in layout.PartsOf(area))
        {
            if (_cells[bank, part] is { Value: { } value } known)
            {
                total = (total ?? 0m) + value.Number;
                any |= known.Synthetic;
            }
        }

        return new BankFigure(total, any);
    }

    /// <summary>The sum of the banks that have a value, and whether every bank that was open has one.</summary>
    public BankSum Sum(int area) => _sums[area] ??= AddUp(area);

    private BankSum AddUp(int area)
    {
        decimal? total = null;
        bool complete = true;
        bool synthetic = false;
        for (int bank = 1; bank <= layout.Banks.Count; bank++)
        {
            BankFigure figure = Own(bank, area);
            total = figure.Number is { } number ? (total ?? 0m) + number : total;
            complete &= figure.Number is not null || !layout.Banks[bank - 1].IsOpenIn(month);
            synthetic |= figure.Synthetic;
        }

        return new BankSum(total, complete, synthetic);
    }

    private static KnownValue?[,] Fill(SheetLayout layout, IEnumerable<SheetColumn> series, YearMonth month)
    {
        KnownValue?[,] cells = new KnownValue?[layout.Banks.Count + 1, layout.Areas];
        foreach (SheetColumn column in series)
        {
            if (column.Months.TryGetValue(month, out KnownValue known))
            {
                cells[column.Reporter, column.Area] = known;
            }
        }

        return cells;
    }
}

/// <summary>One series at its place in every sheet of its indicator and scope.</summary>
internal readonly record struct SheetColumn(
    int Reporter, int Area, IReadOnlyDictionary<YearMonth, KnownValue> Months);

/// <param name="Number">Null when the bank has no value.</param>
internal readonly record struct BankFigure(decimal? Number, bool Synthetic);

/// <param name="Number">Null when no bank has a value.</param>
internal readonly record struct BankSum(decimal? Number, bool IsComplete, bool Synthetic);
