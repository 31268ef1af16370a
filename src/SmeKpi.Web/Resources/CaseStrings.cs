namespace SmeKpi.Web.Resources;

/// <summary>Names CaseStrings.resx to the localizer.</summary>
public sealed class CaseStrings;
