using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Kpis;

/// <summary>A judged target: its provision and its calculation.</summary>
/// <param name="Evaluate">Null when the reading does not exist in the month.</param>
public sealed record Kpi(string Id, Func<KpiInput, ReadingDefinition, KpiValue?> Evaluate);

/// <summary>The list of judged targets. The law gives no light to anything else.</summary>
public static class KpiCatalog
{
    public static IReadOnlyList<Kpi> All { get; } =
    [
        new(NetNewLoans.Id, NetNewLoans.Evaluate),
        new(LoanGrowth.Id, LoanGrowth.Evaluate),
        new(InclusiveGrowthGap.Id, InclusiveGrowthGap.Evaluate),
        new(CorporateRateDrop.Id, CorporateRateDrop.Evaluate),
        new(NplGap.Id, NplGap.Evaluate),
    ];

    /// <summary>All readings of all targets for one subject and month, the ruling one of each target first.</summary>
    public static IEnumerable<KpiReading> Evaluate(KpiInput input) => All.SelectMany(kpi => Evaluate(kpi, input));

    private static IEnumerable<KpiReading> Evaluate(Kpi kpi, KpiInput input)
    {
        Provision provision = input.Policy.Provision(kpi.Id);
        foreach (ReadingDefinition reading in provision.Readings)
        {
            if (kpi.Evaluate(input, reading) is { } value)
            {
                yield return Verdict.Of(input, provision, reading.Name, value);
            }
        }
    }
}
