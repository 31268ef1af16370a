using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>One vintage of a part of a series: what a part was said to be for a month, and since when.</summary>
/// <param name="Part">The area of the row; the values of all parts make up the series.</param>
/// <param name="Value">Null means "not reported".</param>
public sealed record RevisionPoint(string Part, YearMonth Month, DateTimeOffset KnownSince, Quantity? Value);

public enum RevisionKind
{
    /// <summary>Nothing was known yet.</summary>
    Unknown,

    /// <summary>首次: known from this moment on.</summary>
    First,

    /// <summary>未变: as known before.</summary>
    Same,

    /// <summary>修订: another value than before.</summary>
    Changed,
}

/// <param name="Value">What was known at the moment; null for nothing or "not reported".</param>
/// <param name="Difference">Of a changed value from the one before; null when one of them is missing.</param>
public readonly record struct RevisionCell(RevisionKind Kind, Quantity? Value, Quantity? Difference);

/// <summary>修订三角: what was known about each month of a series at each moment at which anything became known.</summary>
/// <remarks>The value of a month is the sum of its parts known by then; parts not reported add nothing.</remarks>
public sealed class RevisionTriangle
{
    private readonly Dictionary<(YearMonth, DateTimeOffset), RevisionCell> _cells = [];

    public RevisionTriangle(IReadOnlyList<RevisionPoint> points)
    {
        Months = [.. points.Select(point => point.Month).Distinct().Order()];
        Moments = [.. points.Select(point => point.KnownSince).Distinct().Order()];
        ILookup<(YearMonth Month, DateTimeOffset KnownSince), RevisionPoint> arriving =
            points.ToLookup(point => (point.Month, point.KnownSince));
        foreach (YearMonth month in Months)
        {
            Follow(month, arriving);
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<YearMonth> Months { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Moments { get; }

    /// <summary>How many values were changed after they had been known.</summary>
    public int Revisions => _cells.Values.Count(cell => cell.Kind == RevisionKind.Changed);

    /// <returns>Unknown for a month or moment that is not in the triangle.</returns>
    public RevisionCell this[YearMonth month, DateTimeOffset moment] => _cells.GetValueOrDefault((month, moment));

    private void Follow(YearMonth month, ILookup<(YearMonth Month, DateTimeOffset KnownSince), RevisionPoint> arriving)
    {
        Dictionary<string, Quantity?> parts = [];
        foreach (DateTimeOffset moment in Moments)
        {
            bool known = parts.Count > 0;
            Quantity? before = Sum(parts.Values);
            foreach (RevisionPoint point in arriving[(month, moment)])
            {
                parts[point.Part] = point.Value;
            }

            if (parts.Count > 0)
            {
                _cells[(month, moment)] = Cell(known, before, Sum(parts.Values));
            }
        }
    }

    private static RevisionCell Cell(bool known, Quantity? before, Quantity? now)
    {
        Quantity? difference = before is { } old && now is { } value && old.Unit == value.Unit ? value.Minus(old) : null;
        return !known ? new RevisionCell(RevisionKind.First, now, null)
            : before == now ? new RevisionCell(RevisionKind.Same, now, null)
            : new RevisionCell(RevisionKind.Changed, now, difference);
    }

    private static Quantity? Sum(IEnumerable<Quantity?> parts) => parts.OfType<Quantity>().ToList() is [var first, .. var rest]
        ? first with { Number = first.Number + rest.Sum(part => part.Number) }
        : null;
}
