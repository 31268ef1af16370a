namespace SmeKpi.Web.Resources;

/// <summary>Names AdminStrings.resx to the localizer.</summary>
public sealed class AdminStrings;
