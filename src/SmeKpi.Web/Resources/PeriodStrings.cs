namespace SmeKpi.Web.Resources;

/// <summary>Names PeriodStrings.resx to the localizer.</summary>
public sealed class PeriodStrings;
