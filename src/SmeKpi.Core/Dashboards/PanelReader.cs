using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Dashboards;

/// <summary>Reads one panel of a dashboard file.</summary>
internal static class PanelReader
{
    private static readonly Dictionary<string, PanelKind> s_kinds = new()
    {
        ["target-tile"] = PanelKind.TargetTile,
        ["target-gauge"] = PanelKind.TargetGauge,
        ["year-chart"] = PanelKind.YearChart,
        ["rival-readings"] = PanelKind.RivalReadings,
        ["bank-table"] = PanelKind.BankTable,
        ["region-table"] = PanelKind.RegionTable,
        ["forecast"] = PanelKind.Forecast,
        ["contributors"] = PanelKind.Contributors,
        ["binding"] = PanelKind.Binding,
        ["completeness"] = PanelKind.Completeness,
        ["growth-waterfall"] = PanelKind.GrowthWaterfall,
        ["rate-mix"] = PanelKind.RateMix,
        ["provision-list"] = PanelKind.ProvisionList,
        ["digest"] = PanelKind.Digest,
        ["promises"] = PanelKind.Promises,
        ["note"] = PanelKind.Note,
    };

    public static PanelDefinition Read(
        YamlText key, YamlMap panel, PolicyDocument policy, Dictionary<string, Provision> targets)
    {
        PanelKind kind = panel.Only("kind", "kpi", "measure", "text").Text("kind").OneOf(s_kinds);
        return kind switch
        {
            PanelKind.Note => new PanelDefinition(
                key.Value, kind, Kpi: null, Measure: null, panel.Only("kind", "text").Localized("text")),
            PanelKind.Binding or PanelKind.Completeness or PanelKind.Digest => OfThePage(key, kind, panel),
            PanelKind.Promises => new PanelDefinition(
                key.Value, kind, panel.Only("kind", "kpi").OptionalText("kpi")?.OneOf(targets).Id, Measure: null, Text: null),
            PanelKind.ProvisionList => new PanelDefinition(
                key.Value, kind, Kpi: null, ReadMeasure(panel.Only("kind", "measure"), policy), Text: null),
            _ => new PanelDefinition(
                key.Value, kind, panel.Only("kind", "kpi").Text("kpi").OneOf(targets).Id, Measure: null, Text: null),
        };
    }

    /// <summary>A panel that shows what the page shows as a whole, and so names nothing.</summary>
    private static PanelDefinition OfThePage(YamlText key, PanelKind kind, YamlMap panel)
    {
        panel.Only("kind");
        return new PanelDefinition(key.Value, kind, Kpi: null, Measure: null, Text: null);
    }

    private static int? ReadMeasure(YamlMap panel, PolicyDocument policy)
    {
        YamlText? number = panel.OptionalText("measure");
        return number is null || policy.Measures.Any(measure => measure.Number == number.ToInteger())
            ? number?.ToInteger()
            : throw number.Wrong($"a measure from 1 to {policy.Measures.Count}");
    }
}
