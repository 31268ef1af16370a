using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>All values of one indicator in one scope for one month: reporters by areas.</summary>
/// <remarks>
/// Reporter 0 is the area's published total, the banks follow; areas are numbered as the layout says. Once it is filled,
/// many threads may read it: what they add up is remembered.
/// </remarks>
public sealed class FigureSheet(SheetLayout layout, YearMonth month)
{
    private readonly BankSum?[] _sums = new BankSum?[layout.Areas];

    // None while nothing is known: most months that somebody may ask for are empty.
    private BankFigure[,]? _cells;

    /// <summary>The number of places that are held in memory.</summary>
    public int Size => _cells?.Length ?? 0;

    /// <summary>Adds or replaces a value while the sheet is being filled.</summary>
    public void Set(int reporter, int area, KnownValue known)
    {
        _cells ??= new BankFigure[layout.Banks.Count + 1, layout.Areas];
        _cells[reporter, area] = new BankFigure(known.Value?.Number, known.Synthetic);
    }

    internal BankFigure Published(int area) => Cell(0, area);

    /// <summary>A bank's own row; in the city, where it has none, the sum of its counties and zones.</summary>
    internal BankFigure Own(int bank, int area)
    {
        BankFigure own = Cell(bank, area);
        if (own.Number is not null)
        {
            return own;
        }

        decimal? total = null;
        bool any = false;
        foreach (int part in layout.PartsOf(area))
        {
            if (Cell(bank, part) is { Number: { } number, Synthetic: var synthetic })
            {
                total = (total ?? 0m) + number;
                any |= synthetic;
            }
        }

        return new BankFigure(total, any);
    }

    /// <summary>The sum of the banks that have a value, and whether every bank that was open has one.</summary>
    internal BankSum Sum(int area) => _sums[area] ??= AddUp(area);

    private BankFigure Cell(int reporter, int area) => _cells is null ? default : _cells[reporter, area];

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
}

/// <param name="Number">Null when the bank has no value.</param>
internal readonly record struct BankFigure(decimal? Number, bool Synthetic);

/// <param name="Number">Null when no bank has a value.</param>
internal sealed record BankSum(decimal? Number, bool IsComplete, bool Synthetic);
