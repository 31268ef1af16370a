using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>What the digest of one month and one area is made from: nothing but what its reader may see.</summary>
public sealed record DigestInput
{
    public required YearMonth Month { get; init; }

    /// <summary>The judged provisions in the order of the law.</summary>
    public required IReadOnlyList<TargetState> Targets { get; init; }

    /// <summary>Who may have moved the net new loans; empty when the reader sees no parts.</summary>
    public IReadOnlyList<Mover> Movers { get; init; } = [];

    /// <summary>Whether the movers are banks; otherwise they are counties and zones.</summary>
    public bool MoversAreBanks { get; init; }

    /// <summary>Null when either rate is unknown.</summary>
    public RateBeside? Rates { get; init; }

    /// <summary>Null before the first meeting, or for whoever may not read promises.</summary>
    public PromiseCount? Promises { get; init; }

    /// <summary>Null while there is no forecast.</summary>
    public TargetChance? Chance { get; init; }

    /// <summary>False when nothing at all is known of the month.</summary>
    public bool HasData => Targets.Any(target => target.Now is { } now
        && (now.Actual is not null || now.Completeness.Received > 0 || now.Standing == Standing.Withheld));

    /// <returns>Null when the law does not judge it.</returns>
    public TargetState? Target(string id) => Targets.FirstOrDefault(target => target.Provision.Id == id);
}

/// <summary>One target in the month, under its ruling reading.</summary>
/// <param name="Now">Null when nothing was computed.</param>
/// <param name="Before">The month before.</param>
/// <param name="LastYear">The change of the same month of last year, like for like; null when it cannot be told.</param>
/// <param name="MissingBanks">Those whose names the reader may see.</param>
public sealed record TargetState(
    Provision Provision,
    KpiReading? Now,
    KpiReading? Before,
    Quantity? LastYear,
    StandingHistory History,
    IReadOnlyList<LocalizedText> MissingBanks)
{
    /// <summary>Id and short name, as in "M01.1 Net new loans".</summary>
    public LocalizedText Title => new(
        $"{Provision.Id} {Provision.ShortName.Zh}", $"{Provision.Id} {Provision.ShortName.En}");

    public string Evidence => $"/targets/{Provision.Id}";
}

/// <summary>A bank or an area, and how far it moved since last month.</summary>
public sealed record Mover(LocalizedText Name, Quantity Change);

/// <summary>The weighted rate on loans granted to enterprises this year, and the one-year prime rate of the month.</summary>
/// <param name="Corporate">In percent.</param>
/// <param name="Prime">In percent.</param>
public sealed record RateBeside(Quantity Corporate, Quantity Prime);

/// <summary>How the promises stand, counted for one day.</summary>
/// <param name="Open">Neither kept nor broken nor withdrawn, the overdue ones included.</param>
/// <param name="DueSoon">Open ones due within a month of that day.</param>
/// <param name="Kept">Found kept in the last meeting.</param>
/// <param name="Broken">Found broken in it.</param>
public sealed record PromiseCount(int Open, int Overdue, int DueSoon, int Kept, int Broken, DateOnly LastMeeting);

/// <param name="Target">As in M01.1.</param>
/// <param name="Probability">From 0 to 1.</param>
/// <param name="Evidence">The page of the forecast; null for the target's own.</param>
public sealed record TargetChance(string Target, decimal Probability, string? Evidence = null);
