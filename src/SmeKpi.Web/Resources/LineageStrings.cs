namespace SmeKpi.Web.Resources;

/// <summary>Names LineageStrings.resx to the localizer.</summary>
public sealed class LineageStrings;
