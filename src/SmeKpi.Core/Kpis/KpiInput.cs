using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>All that a target is computed from: figures, law, month, and whom it is about.</summary>
public sealed record KpiInput(FigureBook Figures, PolicyDocument Policy, YearMonth Month, Subject Subject)
{
    /// <summary>A bank or a county is bound by fewer targets than the city.</summary>
    public bool IsCity => Subject.Bank is null
        && Figures.Master.FindRegion(Subject.Region)?.Kind == RegionKind.City;

    public IReadOnlyList<ResolvedFigure> Resolve(params IReadOnlyList<FigureRequest> requests) =>
        Figures.Resolve(Subject, requests);

    /// <summary>The target that binds this subject in this month; null when none does.</summary>
    /// <remarks>What binds each bank is asked of a county as well, for the banks' books there; what binds the city is not.</remarks>
    public Quantity? TargetOf(Provision provision) =>
        IsCity || provision.BindsEachBank ? provision.TargetFor(Month) : null;
}
