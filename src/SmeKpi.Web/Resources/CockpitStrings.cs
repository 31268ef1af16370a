namespace SmeKpi.Web.Resources;

/// <summary>Names CockpitStrings.resx to the localizer.</summary>
public sealed class CockpitStrings;
