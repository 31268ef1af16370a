namespace SmeKpi.Web.Resources;

/// <summary>Names CausesStrings.resx to the localizer.</summary>
public sealed class CausesStrings;
