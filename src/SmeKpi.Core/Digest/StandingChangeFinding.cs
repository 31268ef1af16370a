using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Digest;

/// <summary>A target that fell behind, caught up, or made good what it had missed.</summary>
internal static class StandingChangeFinding
{
    private const int WeightDown = 92;
    private const int WeightMadeGood = 83;
    private const int WeightUp = 82;

    public static IEnumerable<DigestFinding> Find(DigestInput input) => input.Targets
        .Select(target => Of(input, target))
        .OfType<DigestFinding>();

    private static DigestFinding? Of(DigestInput input, TargetState target)
    {
        if (target.Now is not { } now || Rank(now.Standing) is not { } rank)
        {
            return null;
        }

        Dictionary<string, FindingValue> values = new()
        {
            ["target"] = new NameValue(target.Title),
            ["month"] = new MonthValue(input.Month),
            ["now"] = new StandingValue(now.Standing),
        };
        if (target.History.ShortUntil is { } until)
        {
            values.Add("until", new MonthValue(until));
            return Said("MadeGood", WeightMadeGood);
        }

        if (target.History.Last is not { } last || Rank(last) is not { } before || before == rank)
        {
            return null;
        }

        values.Add("last", new StandingValue(last));
        return rank < before ? Said("Down", WeightDown) : Said("Up", WeightUp);

        DigestFinding Said(string how, int weight) =>
            new(FindingKind.StandingChange, $"StandingChange_{how}", values, weight, target.Evidence);
    }

    /// <returns>Null for what is no verdict.</returns>
    private static int? Rank(Standing standing) => standing switch
    {
        Standing.Achieved or Standing.OnTrack => 2,
        Standing.Behind => 1,
        Standing.FarBehind or Standing.Missed => 0,
        _ => null,
    };
}
