namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>The list of targets that are forecast: all that are judged.</summary>
internal static class OutlookCatalog
{
    public static IReadOnlyList<ITargetOutlook> All { get; } =
    [
        new NetNewLoansOutlook(),
        new LoanGrowthOutlook(),
        new InclusiveGrowthGapOutlook(),
        new CorporateRateDropOutlook(),
        new NplGapOutlook(),
    ];
}
