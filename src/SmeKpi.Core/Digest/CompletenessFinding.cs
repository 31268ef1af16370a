using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Digest;

/// <summary>The target with the fewest banks in, or one that lacks figures of an earlier month.</summary>
internal static class CompletenessFinding
{
    private const int Weight = 95;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        List<TargetState> lacking = [.. input.Targets.Where(target => target.Now is { Standing: not Standing.Withheld } now
            && (now.Standing == Standing.Incomplete || (now.Origin == Origin.Banks && !now.Completeness.IsComplete)))];
        if (lacking.MinBy(target => Share(target.Now!.Completeness)) is not { Now: { } reading } worst)
        {
            yield break;
        }

        string template = reading.Completeness.IsComplete ? "Completeness_OtherMonth"
            : worst.MissingBanks.Count > 0 ? "Completeness_Named"
            : "Completeness_Counted";
        yield return new DigestFinding(
            FindingKind.Completeness,
            template,
            new Dictionary<string, FindingValue>
            {
                ["target"] = new NameValue(worst.Title),
                ["received"] = new NumberValue(reading.Completeness.Received),
                ["expected"] = new NumberValue(reading.Completeness.Expected),
                ["names"] = new NamesValue(worst.MissingBanks),
            },
            Weight,
            worst.Evidence);
    }

    private static decimal Share(Completeness banks) => banks.Expected == 0 ? 1m : (decimal)banks.Received / banks.Expected;
}
