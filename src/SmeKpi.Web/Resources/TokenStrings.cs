namespace SmeKpi.Web.Resources;

/// <summary>Names TokenStrings.resx to the localizer.</summary>
public sealed class TokenStrings;
