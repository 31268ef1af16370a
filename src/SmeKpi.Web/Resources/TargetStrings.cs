namespace SmeKpi.Web.Resources;

/// <summary>Names TargetStrings.resx to the localizer.</summary>
public sealed class TargetStrings;
