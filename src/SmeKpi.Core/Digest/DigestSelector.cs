namespace SmeKpi.Core.Digest;

/// <summary>Picks the three to seven sentences of a month: the same figures always give the same ones.</summary>
/// <remarks>
/// Every type of finding is asked in the order of <see cref="Types"/>. Of what they find, the seven heaviest are kept (of
/// equally heavy ones the earlier in that order, then the earlier in the law) and are said in that order. Values of
/// single targets fill up to three. Source: src/docs/adr/0018.
/// </remarks>
public static class DigestSelector
{
    public const int Least = 3;
    public const int Most = 7;

    /// <summary>The list of what a digest can say.</summary>
    public static IReadOnlyList<Func<DigestInput, IEnumerable<DigestFinding>>> Types { get; } =
    [
        TargetCountFinding.Find, CompletenessFinding.Find, StandingChangeFinding.Find, BindingFinding.Find,
        LargestMoveFinding.Find, MoversFinding.Find, PromisesFinding.Find, ChanceFinding.Find, RateBesideFinding.Find,
        LevelFinding.Find,
    ];

    /// <returns>Three to seven findings; none when nothing is known of the month.</returns>
    public static IReadOnlyList<DigestFinding> Select(DigestInput input)
    {
        if (!input.HasData)
        {
            return [];
        }

        // Sorting keeps the order of equally heavy ones.
        List<DigestFinding> found = [.. Types.SelectMany(find => find(input)).OrderByDescending(finding => finding.Weight)];
        List<DigestFinding> said = [.. found.Where(finding => finding.Kind != FindingKind.Level).Take(Most)];
        IEnumerable<DigestFinding> fill = found.Where(finding => finding.Kind == FindingKind.Level)
            .Take(Math.Max(0, Least - said.Count));
        return [.. said.Concat(fill).OrderBy(finding => finding.Kind)];
    }
}
