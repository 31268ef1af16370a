using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Which series is asked for; what is missing or unknown falls back to the first choice.</summary>
/// <param name="Bank">Null or empty: the area's published total.</param>
/// <param name="To">The last month shown; null for the newest.</param>
public sealed record RevisionsQuery(
    string? Indicator, string? Scope, string? Bank, string? Region, YearMonth? To, DateTimeOffset? AsOf)
{
    public static string Address(SeriesKey series, YearMonth? to) =>
        $"/revisions?indicator={Uri.EscapeDataString(series.Indicator)}&scope={Uri.EscapeDataString(series.Scope)}"
        + $"&bank={Uri.EscapeDataString(series.Bank ?? "")}&region={Uri.EscapeDataString(series.Region)}"
        + (to is { } month ? $"&to={month}" : "");
}

/// <summary>The revision triangle of one series.</summary>
/// <param name="Series">What is shown.</param>
/// <param name="IsSum">True when a bank reports by county and the city's figure is the sum of its counties.</param>
/// <param name="Columns">The moments shown, newest last, each with its file.</param>
/// <param name="Months">The months shown, newest last.</param>
/// <param name="AllMonths">Every month that has any value, newest first, to choose the last one from.</param>
public sealed record RevisionsView(
    SeriesKey Series,
    Indicator Indicator,
    StatisticalScope? Scope,
    bool IsSum,
    RevisionTriangle Triangle,
    IReadOnlyList<RevisionColumn> Columns,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<YearMonth> AllMonths,
    RevisionChoices Choices);

/// <param name="File">Empty when the file is not the viewer's to see.</param>
/// <param name="Import">Null when the file is not the viewer's to see.</param>
public sealed record RevisionColumn(DateTimeOffset KnownSince, string File, ImportAddress? Import);

public sealed record RevisionChoices(
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<StatisticalScope> Scopes,
    IReadOnlyList<Bank> Banks,
    IReadOnlyList<Region> Regions);
