using SmeKpi.Core.Kpis;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>Where the value of a test is taken apart, and where somebody acts on it.</summary>
internal static class TestAddress
{
    /// <returns>Null when the value rests on nothing that is kept.</returns>
    public static string? Of(BankTestResult result, string bank, string region, ViewQuery query)
    {
        Subject subject = new(region, bank);
        return result.Value.Reading is { } reading
            ? FigureAddress.Reading(reading.Id, reading.Month, subject, asOf: query.AsOf)
            : result.Value.Figures is [.., var last]
                ? FigureAddress.Figure(last.Request.Indicator, last.Request.Scope, last.Request.Month, subject, query.AsOf)
                : result.Value.Counts.Count > 0 ? "/calendar" : null;
    }

    /// <summary>What the value is made of: figures of the statistics, or filings that were counted.</summary>
    public static string Kind(BankTestResult result) => result.Value.Counts.Count > 0 ? "filings" : "city";

    /// <summary>A new supervisory case about a failed test.</summary>
    public static string Case(string bank, string test, YearMonth month) =>
        $"/cases/new?bank={Uri.EscapeDataString(bank)}&test={Uri.EscapeDataString(test)}&month={month}";

    public static string Bank(string bank, ViewQuery query) => $"/banks/{Uri.EscapeDataString(bank)}{query.ToAddress()}";
}
