namespace SmeKpi.Web.Resources;

/// <summary>Names SupervisionStrings.resx to the localizer.</summary>
public sealed class SupervisionStrings;
