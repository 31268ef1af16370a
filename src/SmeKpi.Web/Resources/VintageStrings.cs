namespace SmeKpi.Web.Resources;

/// <summary>Names VintageStrings.resx to the localizer.</summary>
public sealed class VintageStrings;
