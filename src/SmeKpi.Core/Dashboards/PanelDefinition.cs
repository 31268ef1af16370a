using SmeKpi.Core.Units;

namespace SmeKpi.Core.Dashboards;

public enum PanelKind
{
    /// <summary>One target in brief: light, value, pace</summary>
    TargetTile,

    /// <summary>One target at length</summary>
    TargetGauge,

    /// <summary>The year's course against pace and target</summary>
    YearChart,

    /// <summary>The other readings of the target</summary>
    RivalReadings,

    BankTable,

    RegionTable,

    /// <summary>The year end foretold: bands, probability, proposed light</summary>
    Forecast,

    /// <summary>Who moves the target</summary>
    Contributors,

    /// <summary>Which of M01.1 and M01.2 asks for more; on the overview only</summary>
    Binding,

    /// <summary>Whose figures are in and whose are missing, for every target of the page</summary>
    Completeness,

    /// <summary>What each bank and county added to a growth</summary>
    GrowthWaterfall,

    /// <summary>The drop of the corporate rate by rate and mix</summary>
    RateMix,

    /// <summary>The provisions of a measure, or of all</summary>
    ProvisionList,

    /// <summary>The month in three to seven sentences</summary>
    Digest,

    /// <summary>Open promises about the target, or all of them</summary>
    Promises,

    /// <summary>The open supervisory cases of one bank</summary>
    BankCases,

    /// <summary>What is asked: indicators, banks, areas, months, layout</summary>
    ExplorerQuestion,

    /// <summary>The answer drawn: lines over months, else bars</summary>
    ExplorerChart,

    /// <summary>The answer as a table, every figure a link</summary>
    ExplorerTable,

    /// <summary>What happened in the months shown: policy, cuts of the LPR, changes of scopes</summary>
    EventNotes,

    /// <summary>Words of the file itself</summary>
    Note,

    /// <summary>Banks by tests</summary>
    TestMatrix,

    /// <summary>What may become a failed test</summary>
    EarlyWarnings,

    /// <summary>Points of the evaluation table</summary>
    Scorecard,

    /// <summary>Values beside those of like banks</summary>
    Peers,

    /// <summary>The tests of one bank with their clauses</summary>
    BankTests,

    /// <summary>The part of one bank in the targets</summary>
    BankTargets,

    /// <summary>Whether one bank may use the exemption from VAT</summary>
    TaxRelief,

    /// <summary>The returns of one bank</summary>
    BankFilings,

    /// <summary>Who one bank is, and where else it is shown</summary>
    BankFacts,
}

/// <param name="Kpi">The target it shows; null for lists of provisions and notes.</param>
/// <param name="Measure">The measure of a list of provisions; null for all ten and for every other kind.</param>
/// <param name="Text">The words of a note; null for every other kind.</param>
public sealed record PanelDefinition(string Key, PanelKind Kind, string? Kpi, int? Measure, LocalizedText? Text);
