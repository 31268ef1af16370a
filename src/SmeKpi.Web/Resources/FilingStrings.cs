namespace SmeKpi.Web.Resources;

/// <summary>Names FilingStrings.resx to the localizer.</summary>
public sealed class FilingStrings;
