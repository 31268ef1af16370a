using Microsoft.Extensions.Localization;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Charts;

/// <summary>Turns what moved a target into a picture, in the reader's language.</summary>
internal sealed class WaterfallSpecs(
    QuantityFormatter format, IStringLocalizer<CausesStrings> words, IStringLocalizer<ChartStrings> chart)
{
    public WaterfallSpec Of(CausesView causes, TargetPageView page)
    {
        Provision provision = page.Target.Provision;
        return new WaterfallSpec(
            words[$"ChartTitle_{causes.By}", provision.Name.In(format.Culture), format.Month(causes.Month)],
            chart["Subtitle", page.Period.RegionName.In(format.Culture), page.Target.RulingDefinition.Title.In(format.Culture)],
            chart["Source", format.Moment(page.Period.Query.AsOf ?? page.Period.KnownSince)],
            format.Axis(causes.Total?.Unit ?? Unit.Points).Name,
            [.. Waterfall.Of(causes).Select(bar => (bar.Name?.In(format.Culture) ?? words[$"Bar_{bar.Kind}", bar.Count].Value, bar))],
            bar => format.Difference(bar.Value),
            page.Period.Synthetic ? chart["Synthetic"].Value : null,
            words["Nothing"]);
    }
}
