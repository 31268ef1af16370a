using SmeKpi.Web.Digests;

namespace SmeKpi.Web.Readers;

/// <summary>Where the readers get what is known; the database side fills it in.</summary>
/// <remarks>Readers map what comes out of it into view records and read nothing else.</remarks>
/// <param name="ReadAsync">
/// All readings, names and law that the overview and the target pages need; the readings of counties and banks only when
/// asked for, because showing those of banks leaves a trace.
/// </param>
/// <param name="ListImportsAsync">A page of the files that ever arrived, refused ones included, newest first.</param>
/// <param name="FindImportAsync">One of them; null when there is none of that address.</param>
/// <param name="StatusAsync">What every page says about the data as a whole; cheap.</param>
public sealed record ViewSource(
    Func<ViewQuery, bool, CancellationToken, Task<ViewData>> ReadAsync,
    Func<int, CancellationToken, Task<ImportList>> ListImportsAsync,
    Func<ImportAddress, CancellationToken, Task<ImportRecord?>> FindImportAsync,
    Func<CancellationToken, Task<SiteStatus>> StatusAsync)
{
    /// <summary>The same with counties and without banks: for a screen that others than the signed-in person see.</summary>
    public required Func<ViewQuery, CancellationToken, Task<ViewData>> AreasAsync { get; init; }

    /// <summary>The filing calendar as far as the viewer may see it.</summary>
    public required Func<CalendarQuery, CancellationToken, Task<CalendarView>> CalendarAsync { get; init; }

    /// <summary>What the digest quotes beyond the readings; nothing unless the database side fills it in.</summary>
    public Func<ViewData, ViewQuery, CancellationToken, Task<DigestFacts>> DigestFactsAsync { get; init; } =
        (_, _, _) => Task.FromResult(new DigestFacts());

    /// <summary>Who moved a target in the month and area of what was read; null where it is not divided.</summary>
    public Func<string, ViewData, DateTimeOffset?, CancellationToken, Task<TargetCauses?>> CausesAsync { get; init; } =
        (_, _, _, _) => Task.FromResult<TargetCauses?>(null);
}

/// <param name="Synthetic">True when any stored observation is synthetic: every page then says so.</param>
/// <param name="Targets">The judged provisions for the navigation, in the order of the law.</param>
public sealed record SiteStatus(bool Synthetic, IReadOnlyList<Core.Policies.Provision> Targets);
