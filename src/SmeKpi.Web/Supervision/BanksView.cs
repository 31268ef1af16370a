using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Units;
using SmeKpi.Web.Cases;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>All banks of a month under supervision.</summary>
/// <param name="Rows">The banks that the address asks for, in its order.</param>
public sealed record BanksView(
    PeriodView Period, BanksQuery Query, DashboardDefinition Dashboard, SupervisionData Data, IReadOnlyList<BankSheet> Rows);

/// <summary>Everything about one bank.</summary>
/// <param name="Sheet">Null when the bank was not open in the month.</param>
/// <param name="Targets">What the bank has to do with each target; empty when it was not open.</param>
/// <param name="Predecessors">Codes of the banks that merged into it, at any depth.</param>
public sealed record BankPageView(
    PeriodView Period,
    DashboardDefinition Dashboard,
    SupervisionData Data,
    Core.Statistics.Bank Bank,
    BankSheet? Sheet,
    IReadOnlyList<BankTarget> Targets,
    IReadOnlyList<string> Predecessors)
{
    /// <summary>The open cases of the bank; null for whoever may see none, and for a past moment.</summary>
    public IReadOnlyList<CaseItem>? Cases { get; init; }
}

/// <summary>A bank's part in a target.</summary>
/// <param name="Effect">What it moved the city's value by; null where that is not divided or not known.</param>
public sealed record BankTarget(Provision Provision, SubjectRow Row, Quantity? Effect);
