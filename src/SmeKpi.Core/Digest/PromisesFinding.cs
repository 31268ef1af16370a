namespace SmeKpi.Core.Digest;

/// <summary>What was promised: open, overdue, due soon, and what the last meeting found.</summary>
internal static class PromisesFinding
{
    private const int Weight = 94;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        if (input.Promises is not { } promises)
        {
            yield break;
        }

        yield return new DigestFinding(
            FindingKind.Promises,
            promises.Open == 0 ? "Promises_None" : "Promises_Open",
            new Dictionary<string, FindingValue>
            {
                ["open"] = new NumberValue(promises.Open),
                ["overdue"] = new NumberValue(promises.Overdue),
                ["due"] = new NumberValue(promises.DueSoon),
                ["kept"] = new NumberValue(promises.Kept),
                ["broken"] = new NumberValue(promises.Broken),
                ["meeting"] = new DateValue(promises.LastMeeting),
            },
            Weight,
            "/promises");
    }
}
