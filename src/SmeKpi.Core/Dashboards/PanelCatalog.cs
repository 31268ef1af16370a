namespace SmeKpi.Core.Dashboards;

/// <summary>What a panel says in its file besides its kind.</summary>
public enum PanelTakes
{
    Nothing,

    /// <summary>kpi: a judged target</summary>
    Target,

    /// <summary>kpi, or nothing for all of them</summary>
    TargetOrAll,

    /// <summary>measure, or nothing for all ten</summary>
    MeasureOrAll,

    /// <summary>text: words in both languages</summary>
    Text,
}

/// <summary>One kind of panel as files write it.</summary>
/// <param name="Name">As in target-tile.</param>
/// <param name="Pages">The pages that have what it draws from.</param>
public sealed record PanelForm(string Name, PanelKind Kind, PanelTakes Takes, IReadOnlyList<PageKind> Pages);

/// <summary>Every kind of panel there is: what files may say, and what the reference of panels shows.</summary>
public static class PanelCatalog
{
    private static readonly PageKind[] s_targets = [PageKind.Overview, PageKind.Target, PageKind.Board];
    private static readonly PageKind[] s_overview = [PageKind.Overview, PageKind.Board];
    private static readonly PageKind[] s_banks = [PageKind.Banks, PageKind.Bank];
    private static readonly PageKind[] s_explorer = [PageKind.Explorer];
    private static readonly PageKind[] s_every = Enum.GetValues<PageKind>();

    public static IReadOnlyList<PanelForm> All { get; } =
    [
        new("target-tile", PanelKind.TargetTile, PanelTakes.Target, s_targets),
        new("target-gauge", PanelKind.TargetGauge, PanelTakes.Target, s_targets),
        new("year-chart", PanelKind.YearChart, PanelTakes.Target, s_targets),
        new("rival-readings", PanelKind.RivalReadings, PanelTakes.Target, s_targets),
        new("bank-table", PanelKind.BankTable, PanelTakes.Target, s_targets),
        new("region-table", PanelKind.RegionTable, PanelTakes.Target, s_targets),
        new("forecast", PanelKind.Forecast, PanelTakes.Target, s_targets),
        new("contributors", PanelKind.Contributors, PanelTakes.Target, s_targets),
        new("binding", PanelKind.Binding, PanelTakes.Nothing, s_overview),
        new("completeness", PanelKind.Completeness, PanelTakes.Nothing, s_targets),
        new("growth-waterfall", PanelKind.GrowthWaterfall, PanelTakes.Target, [PageKind.Target]),
        new("rate-mix", PanelKind.RateMix, PanelTakes.Target, [PageKind.Target]),
        new("provision-list", PanelKind.ProvisionList, PanelTakes.MeasureOrAll, s_targets),
        new("digest", PanelKind.Digest, PanelTakes.Nothing, s_overview),
        new("promises", PanelKind.Promises, PanelTakes.TargetOrAll, s_targets),
        new("explorer-question", PanelKind.ExplorerQuestion, PanelTakes.Nothing, s_explorer),
        new("explorer-chart", PanelKind.ExplorerChart, PanelTakes.Nothing, s_explorer),
        new("explorer-table", PanelKind.ExplorerTable, PanelTakes.Nothing, s_explorer),
        new("event-notes", PanelKind.EventNotes, PanelTakes.Nothing, s_explorer),
        new("note", PanelKind.Note, PanelTakes.Text, s_every),
        new("test-matrix", PanelKind.TestMatrix, PanelTakes.Nothing, [PageKind.Banks]),
        new("early-warnings", PanelKind.EarlyWarnings, PanelTakes.Nothing, s_banks),
        new("scorecard", PanelKind.Scorecard, PanelTakes.Nothing, s_banks),
        new("peers", PanelKind.Peers, PanelTakes.Nothing, s_banks),
        new("bank-facts", PanelKind.BankFacts, PanelTakes.Nothing, [PageKind.Bank]),
        new("bank-tests", PanelKind.BankTests, PanelTakes.Nothing, [PageKind.Bank]),
        new("bank-targets", PanelKind.BankTargets, PanelTakes.Nothing, [PageKind.Bank]),
        new("tax-relief", PanelKind.TaxRelief, PanelTakes.Nothing, [PageKind.Bank]),
        new("bank-filings", PanelKind.BankFilings, PanelTakes.Nothing, [PageKind.Bank]),
        new("bank-cases", PanelKind.BankCases, PanelTakes.Nothing, [PageKind.Bank]),
    ];

    /// <exception cref="InvalidOperationException">The list above forgot the kind.</exception>
    public static PanelForm Of(PanelKind kind) => All.Single(form => form.Kind == kind);
}
