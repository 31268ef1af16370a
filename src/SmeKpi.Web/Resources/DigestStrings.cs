namespace SmeKpi.Web.Resources;

/// <summary>Names DigestStrings.resx to the localizer.</summary>
public sealed class DigestStrings;
