namespace SmeKpi.Web.Resources;

/// <summary>Names WhatIfStrings.resx to the localizer.</summary>
public sealed class WhatIfStrings;
