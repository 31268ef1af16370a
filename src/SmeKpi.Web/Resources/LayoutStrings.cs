namespace SmeKpi.Web.Resources;

/// <summary>Names LayoutStrings.resx to the localizer.</summary>
public sealed class LayoutStrings;
