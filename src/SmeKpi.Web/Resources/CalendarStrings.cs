namespace SmeKpi.Web.Resources;

/// <summary>Names CalendarStrings.resx to the localizer.</summary>
public sealed class CalendarStrings;
