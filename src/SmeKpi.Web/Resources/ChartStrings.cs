namespace SmeKpi.Web.Resources;

/// <summary>Names ChartStrings.resx to the localizer.</summary>
public sealed class ChartStrings;
