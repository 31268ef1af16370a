namespace SmeKpi.Web.Resources;

/// <summary>Names AuditStrings.resx to the localizer.</summary>
public sealed class AuditStrings;
