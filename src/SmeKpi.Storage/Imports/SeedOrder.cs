namespace SmeKpi.Storage.Imports;

/// <summary>The order in which the files of a set become known.</summary>
/// <remarks>Of files that become known together, the one that says it was received later corrects the other.</remarks>
internal static class SeedOrder
{
    /// <param name="now">For files that name no moment.</param>
    /// <param name="empty">True while the database is empty: only then does the moment in a file itself count.</param>
    public static IReadOnlyList<PreparedFile> Of(IReadOnlyList<PreparedFile> files, DateTimeOffset now, bool empty)
    {
        DateTimeOffset first = files.Select(Own).Where(moment => moment is not null).Min() ?? now;
        return [.. files
            .Select(file => file with { Request = file.Request with { KnownSince = Own(file) ?? Otherwise(file) } })
            .OrderBy(file => file.Request.KnownSince)
            .ThenBy(file => !file.IsMasterData)
            .ThenBy(file => file.Parsed.Received ?? now)];

        DateTimeOffset? Own(PreparedFile file) => file.Request.KnownSince ?? (empty ? file.Parsed.Received : null);

        DateTimeOffset Otherwise(PreparedFile file) => empty && file.IsMasterData ? first : now;
    }
}
