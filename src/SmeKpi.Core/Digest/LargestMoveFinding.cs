using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>The target that moved most since last month, beside what the same month of last year brought.</summary>
/// <remarks>
/// Targets of different units are compared by how much of their own yardstick they moved: the distance that still counts
/// as behind (of M01.1 the distance of the month's increment from its twelfth of the year), of a tolerance its limit.
/// </remarks>
internal static class LargestMoveFinding
{
    private const int Weight = 93;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        List<(TargetState Target, Quantity Change)> ranked =
        [
            .. input.Targets
                .Select(target => (Target: target, Change: LikeForLike.Change(target.Now, target.Before)))
                .Where(each => each.Change is { Number: not 0m })
                .Select(each => (each.Target, each.Change!.Value))
                .OrderByDescending(each => Score(each.Target, each.Value)),
        ];
        if (ranked is not [(Target: { Now: { Actual: { } actual } now } target, Change: var change), ..])
        {
            yield break;
        }

        bool better = (change.Number > 0m) == (target.Provision.Compare != Comparison.AtMost);
        Dictionary<string, FindingValue> values = new()
        {
            ["target"] = new NameValue(target.Title),
            ["month"] = new MonthValue(input.Month),
            ["word"] = new WordValue(change.Number > 0m ? "Word_Rose" : "Word_Fell"),
            ["size"] = new SizeValue(change),
            ["actual"] = new AmountValue(actual, now.Target),
            ["effect"] = new WordValue(better ? "Word_Better" : "Word_Worse"),
        };
        string template = actual.Unit == Unit.Yuan ? "Move_Amount" : "Move_Level";
        if (target.LastYear is { } then)
        {
            values.Add("then", new ChangeValue(then));
            values.Add("beside", new WordValue(Beside(change.Number.CompareTo(then.Number))));
            template += "_Then";
        }

        yield return new DigestFinding(FindingKind.LargestMove, template, values, Weight, target.Evidence);
    }

    private static string Beside(int order) => order > 0 ? "Word_More" : order < 0 ? "Word_Less" : "Word_AsMuch";

    private static decimal Score(TargetState target, Quantity change)
    {
        Provision provision = target.Provision;
        Quantity? goal = target.Now?.Target ?? provision.TargetFor(target.Now!.Month);
        decimal? yardstick = provision.BehindUpTo ?? (goal is { Number: > 0m } limit ? limit.Number : null);
        decimal size = change.Number;
        if (change.Unit == Unit.Yuan)
        {
            yardstick = goal?.Number * provision.BehindUpTo / 100m;
            size -= goal?.Number / 12m ?? 0m;
        }

        return yardstick is { } whole and > 0m ? Math.Abs(size) / whole : 0m;
    }
}
