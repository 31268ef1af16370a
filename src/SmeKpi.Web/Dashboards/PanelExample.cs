using SmeKpi.Core.Dashboards;

namespace SmeKpi.Web.Dashboards;

/// <summary>How a panel of a kind is written in a file.</summary>
public static class PanelExample
{
    public static string Of(PanelForm form) => form.Takes switch
    {
        PanelTakes.Target or PanelTakes.TargetOrAll => $"mine: {{ kind: {form.Name}, kpi: {Target(form.Kind)} }}",
        PanelTakes.MeasureOrAll => $"mine: {{ kind: {form.Name}, measure: 8 }}",
        PanelTakes.Text => $"mine: {{ kind: {form.Name}, text: {{ zh-CN: …, en: … }} }}",
        _ => $"mine: {{ kind: {form.Name} }}",
    };

    private static string Target(PanelKind kind) => kind == PanelKind.RateMix ? "M08.1" : "M01.1";
}
