namespace SmeKpi.Web.Resources;

/// <summary>Names ProviderStrings.resx to the localizer.</summary>
public sealed class ProviderStrings;
