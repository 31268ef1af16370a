namespace SmeKpi.Web.Resources;

/// <summary>Names RuleStrings.resx to the localizer.</summary>
public sealed class RuleStrings;
