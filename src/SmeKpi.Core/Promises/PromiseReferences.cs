using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Promises;

/// <summary>What a promise may be about and who may own it: only what the law and the master data know.</summary>
public static class PromiseReferences
{
    /// <summary>A topic with the measure of its target.</summary>
    /// <returns>Null when the target is not judged or there is no such measure.</returns>
    public static PromiseTopic? Known(PromiseTopic topic, PolicyDocument policy) => topic.Target is { } target
        ? policy.Provisions.FirstOrDefault(provision => provision.Id == target && provision.IsJudged) is { } provision
            ? topic with { Measure = provision.Measure }
            : null
        : policy.Measures.Any(measure => measure.Number == topic.Measure) ? topic : null;

    /// <returns>Null when there is no such department, bank or county.</returns>
    public static LocalizedText? NameOf(PromiseOwner owner, PolicyDocument policy, MasterData master) => owner.Kind switch
    {
        OwnerKind.Department => policy.Departments.FirstOrDefault(each => each.Id == owner.Code)?.Name,
        OwnerKind.Bank => master.FindBank(owner.Code)?.Name,
        OwnerKind.County => master.FindRegion(owner.Code) is { Kind: RegionKind.County or RegionKind.Zone } area ? area.Name : null,
        _ => null,
    };
}
