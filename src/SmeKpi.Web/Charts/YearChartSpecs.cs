using System.Globalization;
using Microsoft.Extensions.Localization;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Charts;

/// <summary>Turns a target's page into the picture of its year, in the reader's language.</summary>
internal sealed class YearChartSpecs(
    QuantityFormatter format, IStringLocalizer<TargetStrings> words, IStringLocalizer<ChartStrings> chart, BesideWords besides)
{
    public YearChartSpec Of(TargetPageView page)
    {
        TargetView target = page.Target;
        Provision provision = target.Provision;
        (decimal divisor, string unit) = format.Axis(provision.Unit ?? Unit.Count);
        decimal? level = target.Ruling?.Target?.Number / divisor;
        bool isLimit = provision.Compare == Comparison.AtMost;
        return new YearChartSpec
        {
            Title = chart["Title", provision.Name.In(format.Culture), target.Month.Year],
            Subtitle = chart[
                "Subtitle",
                page.Period.RegionName.In(format.Culture),
                target.Shown.Title.In(format.Culture)],
            Source = chart["Source", format.Moment(page.Period.Query.AsOf ?? page.Period.KnownSince)],
            Unit = unit,
            Months = [.. target.Year.Select(point => format.ShortMonth(point.Month))],
            Format = value => value.ToString("N2", CultureInfo.InvariantCulture),
            FormatTick = value => value.ToString("#,0.##", CultureInfo.InvariantCulture),
            Actual = new ChartLine(words["Value"], Values(target, point => point.Drawn, divisor)),
            LinearPace = Line(words["LinearPace"], Values(target, point => point.Pace, divisor)),
            SeasonalPace = Line(words["SeasonalPace"], Values(target, point => point.SeasonalPace, divisor)),
            Beside =
            [
                .. target.Beside
                    .Select(beside => Line(besides.Name(beside), [.. beside.Year.Select(value => value?.Number / divisor)]))
                    .OfType<ChartLine>(),
            ],
            Target = level is { } aim && !isLimit ? new ChartLevel(words["Target"], aim) : null,
            Limit = level is { } most && isLimit ? new ChartLevel(chart["Limit"], most) : null,
            Watermark = page.Period.Synthetic ? chart["Synthetic"].Value : null,
            NoData = chart["NoData"],
        };
    }

    private static decimal?[] Values(TargetView target, Func<YearPoint, Quantity?> line, decimal divisor) =>
        [.. target.Year.Select(point => line(point)?.Number / divisor)];

    private static ChartLine? Line(string label, decimal?[] values) =>
        values.All(value => value is null) ? null : new ChartLine(label, values);
}
