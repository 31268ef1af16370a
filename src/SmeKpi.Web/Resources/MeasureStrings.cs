namespace SmeKpi.Web.Resources;

/// <summary>Names MeasureStrings.resx to the localizer.</summary>
public sealed class MeasureStrings;
