namespace SmeKpi.Core.Digest;

/// <summary>The chance of reaching a target, where a forecast gives one.</summary>
internal static class ChanceFinding
{
    private const int Weight = 84;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        if (input.Chance is not { } chance || input.Target(chance.Target) is not { } target)
        {
            yield break;
        }

        // Whole hundredths: more would promise a precision that no forecast has. Certainty is never claimed.
        int percent = Math.Clamp((int)Math.Round(chance.Probability * 100m, MidpointRounding.AwayFromZero), 1, 99);
        yield return new DigestFinding(
            FindingKind.Chance,
            "Chance",
            new Dictionary<string, FindingValue>
            {
                ["target"] = new NameValue(target.Title),
                ["chance"] = new NumberValue(percent),
            },
            Weight,
            chance.Evidence ?? target.Evidence);
    }
}
