using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Observations;

/// <summary>What changed between two moments.</summary>
/// <param name="Since">What was known by then is the state before.</param>
/// <param name="Until">What became known later is left out; null for now.</param>
/// <param name="Revised">True for values that were known before, false for those that are new.</param>
public sealed record ChangeQuery(DateTimeOffset Since, DateTimeOffset? Until, bool Revised);

/// <param name="Now">The newest vintage within the time asked for.</param>
/// <param name="Before">The value known before it; null when it was not known or not reported.</param>
public sealed record StoredChange(Vintage Now, Quantity? Before);
