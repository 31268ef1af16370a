namespace SmeKpi.Web.Resources;

/// <summary>Names AccessTableStrings.resx to the localizer.</summary>
public sealed class AccessTableStrings;
