using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>How many targets are reached, on track, behind; which are behind, and which nobody can judge.</summary>
internal static class TargetCountFinding
{
    private const int Weight = 100;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        List<(LocalizedText Title, Standing Standing)> judged =
        [
            .. input.Targets.Where(target => target.Now is { } now && (now.Target is not null || now.Standing == Standing.Withheld))
                .Select(target => (target.Title, target.Now!.Standing)),
        ];
        List<LocalizedText> behind = [.. Titles(StandingHistory.IsBad)];
        List<LocalizedText> open = [.. Titles(standing => !StandingHistory.IsBad(standing) && !StandingHistory.IsGood(standing))];
        string template = judged.Count == 0 ? "TargetCount_None"
            : (behind.Count, open.Count) switch
            {
                (0, 0) => "TargetCount_All",
                (_, 0) => "TargetCount_Behind",
                (0, _) => "TargetCount_Open",
                _ => "TargetCount_BehindOpen",
            };
        yield return new DigestFinding(
            FindingKind.TargetCount,
            template,
            new Dictionary<string, FindingValue>
            {
                ["month"] = new MonthValue(input.Month),
                ["judged"] = new NumberValue(judged.Count),
                ["reached"] = new NumberValue(judged.Count(each => each.Standing == Standing.Achieved)),
                ["track"] = new NumberValue(judged.Count(each => each.Standing == Standing.OnTrack)),
                ["behind"] = new NumberValue(behind.Count),
                ["behindNames"] = new NamesValue(behind),
                ["open"] = new NumberValue(open.Count),
                ["openNames"] = new NamesValue(open),
            },
            Weight,
            "/");

        IEnumerable<LocalizedText> Titles(Func<Standing, bool> which) =>
            judged.Where(each => which(each.Standing)).Select(each => each.Title);
    }
}
