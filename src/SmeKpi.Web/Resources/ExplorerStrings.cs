namespace SmeKpi.Web.Resources;

/// <summary>Names ExplorerStrings.resx to the localizer.</summary>
public sealed class ExplorerStrings;
