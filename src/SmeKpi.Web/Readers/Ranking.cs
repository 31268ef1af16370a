namespace SmeKpi.Web.Readers;

/// <summary>Puts banks or counties in order of what they contribute and says where each stood a month ago.</summary>
internal static class Ranking
{
    private const int First = 5;
    private const int Last = 3;

    /// <summary>Largest first, those without a value last; equal values share a place and stand in order of their codes.</summary>
    /// <remarks>A withheld value has no place: the place of the others would give it away, so nobody then has one.</remarks>
    public static IReadOnlyList<SubjectRow> Of(IReadOnlyList<SubjectRow> rows)
    {
        bool isOpen = !rows.Any(row => row.IsWithheld);
        return
        [
            .. rows.Select(row => row with
                {
                    Rank = isOpen ? Place(rows, row, each => each.Actual?.Number) : null,
                    RankBefore = isOpen ? Place(rows, row, each => each.Before?.Number) : null,
                })
                .OrderBy(row => row.Actual is null)
                .ThenByDescending(row => row.Actual?.Number)
                .ThenBy(row => row.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The first and the last places, as many as a leader takes in; all when there are few.</summary>
    public static RankedRows Ends(IReadOnlyList<SubjectRow> rows)
    {
        SubjectRow[] ranked = [.. rows.Where(row => row.Actual is not null)];
        bool few = ranked.Length <= First + Last;
        return new RankedRows(
            few ? ranked : ranked[..First],
            few ? 0 : ranked.Length - First - Last,
            few ? [] : ranked[^Last..],
            rows.Count - ranked.Length);
    }

    private static int? Place(IReadOnlyList<SubjectRow> rows, SubjectRow row, Func<SubjectRow, decimal?> value) =>
        value(row) is { } own ? 1 + rows.Count(each => value(each) > own) : null;
}

/// <summary>The ends of a ranking.</summary>
/// <param name="Between">How many places are not shown.</param>
/// <param name="Without">How many have no value and so no place.</param>
internal sealed record RankedRows(
    IReadOnlyList<SubjectRow> First, int Between, IReadOnlyList<SubjectRow> Last, int Without);
