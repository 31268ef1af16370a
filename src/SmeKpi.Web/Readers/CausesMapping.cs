using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Makes rows of what was attributed, all of them; what a viewer may not see is cut afterwards.</summary>
internal static class CausesMapping
{
    /// <returns>Null where the reading cannot be divided.</returns>
    public static CausesView? Of(KpiInput input, string id, ReadingDefinition reading, AttributedBy by) =>
        id == CorporateRateDrop.Id
            ? RateAttribution.Of(input, reading, by) is { } rate ? OfRate(input, reading, by, rate) : null
            : GrowthAttribution.Of(input, id, reading, by) is { } growth ? OfGrowth(input, id, reading, by, growth) : null;

    private static CausesView OfGrowth(
        KpiInput input, string id, ReadingDefinition reading, AttributedBy by, GrowthAttribution growth) => new(
            id,
            reading.Name,
            input.Month,
            input.Subject.Region,
            by,
            growth.Whole.Points?.ToPoints(),
            Sorted(growth.Parts.Select(part => Row(input.Figures.Master, by, part))),
            growth.IsComplete,
            IsWhole: true)
        {
            TotalChange = growth.Terms.Count == 1 ? growth.Whole.Terms[0].Change?.ToQuantity() : null,
            Remainder = growth.Remainder is { } rest ? Row(input.Figures.Master, by, rest) : null,
        };

    private static CausesView OfRate(KpiInput input, ReadingDefinition reading, AttributedBy by, RateAttribution rate) => new(
        CorporateRateDrop.Id,
        reading.Name,
        input.Month,
        input.Subject.Region,
        by,
        rate.Drop?.ToBasisPoints(),
        Sorted(rate.Parts.Select(part => new CauseRow(
            part.Code, NameOf(input.Figures.Master, by, part.Code), part.Presence, part.Effect.ToBasisPoints(), [], part)
        {
            LacksMonths = rate.Missing.Contains(part.Code),
        })),
        rate.IsComplete,
        IsWhole: true)
    {
        Remainder = rate.Remainder is { } rest
            ? new CauseRow(string.Empty, null, Presence.Continuing, rest.ToBasisPoints(), [])
            : null,
        RateEffect = rate.RateEffect?.ToBasisPoints(),
        MixEffect = rate.MixEffect?.ToBasisPoints(),
        PassThrough = PassThrough.Of(input, reading.Name, rate.Drop),
    };

    private static CauseRow Row(MasterData master, AttributedBy by, GrowthContribution part) => new(
        part.Code,
        NameOf(master, by, part.Code),
        part.Presence,
        part.Points?.ToPoints(),
        [.. part.Terms.Select(term => (term.Change?.ToQuantity(), term.Points?.ToPoints()))]);

    private static LocalizedText? NameOf(MasterData master, AttributedBy by, string code) =>
        by == AttributedBy.Bank ? master.FindBank(code)?.Name : master.FindRegion(code)?.Name;

    public static IReadOnlyList<CauseRow> Sorted(IEnumerable<CauseRow> rows) =>
    [
        .. rows.OrderBy(row => row.IsWithheld)
            .ThenBy(row => row.Effect is null)
            .ThenByDescending(row => Math.Abs(row.Effect?.Number ?? 0m))
            .ThenBy(row => row.Code, StringComparer.Ordinal),
    ];
}
