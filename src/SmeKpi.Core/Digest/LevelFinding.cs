namespace SmeKpi.Core.Digest;

/// <summary>The value of each target, or that there is none: said only where a digest would be too short.</summary>
internal static class LevelFinding
{
    private const int Weight = 10;

    public static IEnumerable<DigestFinding> Find(DigestInput input) => input.Targets.Select(target => new DigestFinding(
        FindingKind.Level,
        target.Now?.Actual is null ? "Level_Missing" : "Level_Value",
        Values(input, target),
        target.Now?.Actual is null ? Weight - 1 : Weight,
        target.Evidence));

    private static Dictionary<string, FindingValue> Values(DigestInput input, TargetState target)
    {
        Dictionary<string, FindingValue> values = new()
        {
            ["target"] = new NameValue(target.Title),
            ["month"] = new MonthValue(input.Month),
        };
        if (target.Now is { Actual: { } actual } now)
        {
            values.Add("actual", new AmountValue(actual, now.Target));
            values.Add("state", new StandingValue(now.Standing));
        }

        return values;
    }
}
