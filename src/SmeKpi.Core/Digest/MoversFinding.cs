using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Digest;

/// <summary>Who moved the net new loans most and least this month: banks for whoever sees them, else counties.</summary>
internal static class MoversFinding
{
    private const int Weight = 93;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        if (input.Target(NetNewLoans.Id) is not { } target || input.Movers.Count < 2)
        {
            yield break;
        }

        Mover most = input.Movers.MaxBy(mover => mover.Change.Number)!;
        Mover least = input.Movers.MinBy(mover => mover.Change.Number)!;
        if (most.Change == least.Change)
        {
            yield break;
        }

        yield return new DigestFinding(
            FindingKind.Movers,
            input.MoversAreBanks ? "Movers_Banks" : "Movers_Areas",
            new Dictionary<string, FindingValue>
            {
                ["target"] = new NameValue(target.Title),
                ["most"] = new NameValue(most.Name),
                ["mostChange"] = new ChangeValue(most.Change),
                ["least"] = new NameValue(least.Name),
                ["leastChange"] = new ChangeValue(least.Change),
            },
            Weight,
            target.Evidence);
    }
}
