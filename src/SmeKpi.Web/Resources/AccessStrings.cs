namespace SmeKpi.Web.Resources;

/// <summary>Names AccessStrings.resx to the localizer.</summary>
public sealed class AccessStrings;
