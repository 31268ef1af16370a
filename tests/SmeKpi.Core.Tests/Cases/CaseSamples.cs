using SmeKpi.Core.Access;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Cases;

/// <summary>People and cases for tests: bank D001, notice of 3 March 2026, deadline 17 March.</summary>
internal static class CaseSamples
{
    public static readonly DateOnly Today = new(2026, 3, 3);
    public static readonly DateOnly Due = new(2026, 3, 17);

    public static CaseRules Rules { get; } = new(RightsTable.Load(Path.Combine(Repository.SeedData, "access")));

    public static CaseCatalog Catalog { get; } =
        CaseCatalog.Load(Path.Combine(Repository.SeedData, "supervision"), Repository.Policy);

    public static Viewer Person(Role role, string bank = "D001", string? name = null) =>
        new(name ?? RoleNames.Of(role), role, role.IsOfBank() ? bank : null, [], HasSecondFactor: true);

    public static SupervisoryCase Opened() => new(
        1, "D001", "growth-gap", null, new YearMonth(2026, 1), Synthetic: false,
        [new CaseStep(1, CaseAct.Open, CaseState.Opened, At(Today), "regulator", "regulator", "请说明原因。")]);

    /// <summary>A case that stands in a state, by the usual way there.</summary>
    public static SupervisoryCase In(CaseState state) => state switch
    {
        CaseState.Opened => Opened(),
        CaseState.Noticed => Opened().Do(CaseAct.Send),
        CaseState.Replied => In(CaseState.Noticed).Do(CaseAct.Draft).Do(CaseAct.Reply),
        CaseState.SentBack => In(CaseState.Replied).Do(CaseAct.SendBack),
        CaseState.Closed => In(CaseState.Replied).Do(CaseAct.Close),
        _ => In(CaseState.Noticed).Do(CaseAct.Withdraw),
    };

    public static CaseMove Move(CaseAct act) => new(
        act,
        "说明情况如下。",
        act is CaseAct.Send or CaseAct.SendBack ? Due : null,
        act == CaseAct.Close ? CaseFinding.Resolved : null,
        act == CaseAct.Send
            ? new CaseEvidence(At(Today), [new CaseFigure("M01.3", "ruling", new Quantity(-1m, Unit.Points), new Quantity(0m, Unit.Points), Standing.Behind, false)])
            : null);

    public static SupervisoryCase Do(this SupervisoryCase found, CaseAct act) => found.Do(Move(act));

    public static SupervisoryCase Do(this SupervisoryCase found, CaseMove move) =>
        found with { Steps = [.. found.Steps, found.Next(move, RoleNames.Of(DemoCaseStep.RoleOf(move.Act)), null, At(Today))] };

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
}
