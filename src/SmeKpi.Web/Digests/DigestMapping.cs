using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Digests;

/// <summary>Makes the digest of a page from what the page shows anyway: its reader's rights hold for the sentences too.</summary>
public static class DigestMapping
{
    /// <param name="targets">The five targets of the page.</param>
    public static DigestView Of(ViewData data, IReadOnlyList<TargetView> targets, DigestFacts facts, ViewQuery query)
    {
        string choices = (query with { Month = data.Month, Region = query.Region is null ? null : data.Region }).ToAddress();
        return new DigestView(
        [
            .. DigestSelector.Select(Input(data, targets, facts)).Select(finding => new DigestSentence(
                finding.Kind, DigestRenderer.InBoth(finding), finding.Evidence + choices)),
        ]);
    }

    /// <summary>The same facts as data, before they are weighed.</summary>
    public static DigestInput Input(ViewData data, IReadOnlyList<TargetView> targets, DigestFacts facts)
    {
        TargetView? amount = targets.FirstOrDefault(target => target.Id == NetNewLoans.Id);
        bool seesBanks = amount?.BankRows == BankRows.Every;
        IReadOnlyList<SubjectRow> parts = amount is null ? [] : seesBanks ? amount.Banks : amount.Regions;
        return new DigestInput
        {
            Month = data.Month,
            Targets = [.. targets.Select(target => State(data, target))],
            Movers = [.. parts.Where(part => part.Change is not null).Select(part => new Mover(part.Name, part.Change!.Value))],
            MoversAreBanks = seesBanks,
            Rates = facts.Rates,
            Promises = facts.Promises,
            Chance = facts.Chance ?? LeastChance(targets),
        };
    }

    /// <summary>The target that is least likely to be reached: the one that somebody can still do something about.</summary>
    private static TargetChance? LeastChance(IReadOnlyList<TargetView> targets) => targets
        .Where(target => target.Forecast?.Forecast.Probability is not null)
        .OrderBy(target => target.Forecast!.Forecast.Probability)
        .Select(target => new TargetChance(
            target.Id, target.Forecast!.Forecast.Probability!.Value, $"/forecasts/{target.Id}"))
        .FirstOrDefault();

    private static TargetState State(ViewData data, TargetView target)
    {
        return new TargetState(
            target.Provision,
            target.Ruling,
            Find(-1),
            LikeForLike.Change(Find(-12), Find(-13)),
            target.History,
            target.MissingBanks);

        KpiReading? Find(int months) => data.Readings.Find(
            target.Id, target.RulingDefinition.Name, data.Month.AddMonths(months), new Subject(data.Region));
    }
}
