namespace SmeKpi.Web.Resources;

/// <summary>Names PanelStrings.resx to the localizer.</summary>
public sealed class PanelStrings;
