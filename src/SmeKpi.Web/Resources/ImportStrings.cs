namespace SmeKpi.Web.Resources;

/// <summary>Names ImportStrings.resx to the localizer.</summary>
public sealed class ImportStrings;
