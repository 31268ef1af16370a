using SmeKpi.Core.Digest;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Digests;

/// <summary>What the digest quotes beyond the readings of the month.</summary>
/// <param name="Chance">Null while there is no forecast.</param>
public sealed record DigestFacts(RateBeside? Rates = null, PromiseCount? Promises = null, TargetChance? Chance = null);

/// <summary>One sentence in both languages.</summary>
/// <param name="Evidence">The address of the page with its numbers: same month, area and as-of moment.</param>
public sealed record DigestSentence(FindingKind Kind, LocalizedText Text, string Evidence);

/// <summary>The digest of a month (本月要点).</summary>
/// <param name="Sentences">Three to seven; none when nothing is known of the month.</param>
public sealed record DigestView(IReadOnlyList<DigestSentence> Sentences);
