using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Dashboards;

/// <summary>Reads one panel of a dashboard file.</summary>
internal static class PanelReader
{
    public static PanelDefinition Read(
        YamlText key, YamlMap panel, PageKind page, PolicyDocument policy, Dictionary<string, Provision> targets)
    {
        PanelForm form = panel.Only("kind", "kpi", "measure", "text").Text("kind").OneOf(
            PanelCatalog.All.Where(each => each.Pages.Contains(page)).ToDictionary(each => each.Name));
        var plain = new PanelDefinition(key.Value, form.Kind, Kpi: null, Measure: null, Text: null);
        switch (form.Takes)
        {
            case PanelTakes.Target:
                return plain with { Kpi = panel.Only("kind", "kpi").Text("kpi").OneOf(targets).Id };
            case PanelTakes.TargetOrAll:
                return plain with { Kpi = panel.Only("kind", "kpi").OptionalText("kpi")?.OneOf(targets).Id };
            case PanelTakes.MeasureOrAll:
                return plain with { Measure = ReadMeasure(panel.Only("kind", "measure"), policy) };
            case PanelTakes.Text:
                return plain with { Text = panel.Only("kind", "text").Localized("text") };
            default:
                panel.Only("kind");
                return plain;
        }
    }

    private static int? ReadMeasure(YamlMap panel, PolicyDocument policy)
    {
        YamlText? number = panel.OptionalText("measure");
        return number is null || policy.Measures.Any(measure => measure.Number == number.ToInteger())
            ? number?.ToInteger()
            : throw number.Wrong($"a measure from 1 to {policy.Measures.Count}");
    }
}
