namespace SmeKpi.Web.Resources;

/// <summary>Names ForecastStrings.resx to the localizer.</summary>
public sealed class ForecastStrings;
