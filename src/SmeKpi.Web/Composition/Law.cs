using SmeKpi.Core.Access;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Events;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Validation;

namespace SmeKpi.Web.Composition;

/// <summary>
/// What the program ships beside its code: the law, the indicators, the forms, who may do what, the rules, who files when,
/// what cases are about, how banks are supervised, what the city is shown beside, the figures to seed.
/// </summary>
internal sealed record Law(
    IndicatorCatalog Indicators,
    FormCatalog Forms,
    PolicyDocument Policy,
    RightsTable Rights,
    RoleRules Roles,
    SmallGroups SmallGroups,
    RuleBook Rules,
    FilingCalendar Calendar,
    Comparisons Comparisons,
    MakeGoodRule MakeGood,
    CaseCatalog Cases,
    SupervisionRules Supervision,
    SupervisionRules DemoSupervision,
    IReadOnlyList<EventNote> Events)
{
    /// <summary>What a parser must know of it, without the rest.</summary>
    /// <exception cref="Core.DataFiles.DataFileException">A file is wrong; the message names file and line.</exception>
    public static SourceContext LoadSources()
    {
        IndicatorCatalog indicators = IndicatorCatalog.LoadFrom(SeedData);
        return Sources(indicators, FormCatalog.LoadFrom(SeedData, indicators));
    }

    /// <summary>What parsers know of the law.</summary>
    public SourceContext ToSources() => Sources(Indicators, Forms);

    public static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <exception cref="Core.DataFiles.DataFileException">A file is wrong; the message names file and line.</exception>
    public static Law Load()
    {
        IndicatorCatalog indicators = IndicatorCatalog.LoadFrom(SeedData);
        PolicyDocument policy = PolicyLoader.Load(Path.Combine(SeedData, "policies", "yancheng-2025"), indicators);
        string access = Path.Combine(SeedData, "access");
        SupervisionRules supervision = SupervisionRules.Load(Path.Combine(SeedData, "supervision"), policy);
        return new Law(
            indicators,
            FormCatalog.LoadFrom(SeedData, indicators),
            policy,
            RightsTable.Load(access),
            RoleRules.Load(access),
            SmallGroups.Load(access),
            RuleBook.Load(Path.Combine(SeedData, "rules")),
            FilingCalendar.Load(Path.Combine(SeedData, "calendar"), indicators),
            Comparisons.Load(SeedData),
            MakeGoodRule.Load(Path.Combine(SeedData, "standing")),
            CaseCatalog.Load(Path.Combine(SeedData, "supervision"), policy),
            supervision,
            supervision.WithDemo(Path.Combine(SeedData, "demo-assessments", "assessments.yaml")),
            EventNote.Load(SeedData));
    }

    private static SourceContext Sources(IndicatorCatalog indicators, FormCatalog forms) =>
        new(indicators.ByCode) { Forms = forms };
}
