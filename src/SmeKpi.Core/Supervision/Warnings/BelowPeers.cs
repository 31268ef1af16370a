using SmeKpi.Core.Supervision.Tests;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>增速差落后于同类机构: the growth gap lies below the percentile of the rule among the peers.</summary>
/// <remarks>Silent while fewer peers have a value than make a percentile say anything (warn-below of peer-groups.yaml).</remarks>
internal static class BelowPeers
{
    public const string Id = "below-peers";

    public static IReadOnlyList<WarningFact>? Find(WarningInput input)
    {
        if (input.Test(GrowthGapTest.Id).Value.Value is not { } own
            || input.GrowthGaps.Count < input.Bank.Rules.Peers.WarnBelow)
        {
            return null;
        }

        decimal mark = Quantiles.Of([.. input.GrowthGaps.Order()], input.Rule.Limit / 100m);
        return own.Number < mark
            ?
            [
                new("value", own, input.Bank.Month),
                WarningInput.Fact("percentile", mark, own.Unit, input.Bank.Month),
                WarningInput.Fact("peers", input.GrowthGaps.Count, Unit.Count),
            ]
            : null;
    }
}
