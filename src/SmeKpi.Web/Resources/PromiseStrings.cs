namespace SmeKpi.Web.Resources;

/// <summary>Names PromiseStrings.resx to the localizer.</summary>
public sealed class PromiseStrings;
