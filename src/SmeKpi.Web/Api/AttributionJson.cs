using SmeKpi.Core.Attribution;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>Who moved a target.</summary>
/// <param name="Total">Points of growth, or basis points of a drop; the effects of all rows and the remainder add up to it.</param>
/// <param name="Remainder">What the area's figures hold beyond the rows; null without one, and when rows are not shown.</param>
/// <param name="Complete">False when figures are missing.</param>
/// <param name="Whole">False when there are rows that whoever asks may not see.</param>
internal sealed record AttributionJson(
    string Id,
    string Reading,
    string Month,
    string Region,
    string By,
    AmountJson? Total,
    AmountJson? TotalChange,
    AmountJson? RateEffect,
    AmountJson? MixEffect,
    PassThroughJson? Lpr,
    IReadOnlyList<AttributionRowJson> Rows,
    AttributionRowJson? Remainder,
    bool Complete,
    bool Whole,
    string AsOf,
    bool Synthetic)
{
    public static AttributionJson Of(CausesView causes, DateTimeOffset asOf) => new(
        causes.Id,
        causes.Reading,
        causes.Month.ToString(),
        causes.Region,
        causes.By == AttributedBy.Bank ? "bank" : "county",
        AmountJson.Of(causes.Total),
        AmountJson.Of(causes.TotalChange),
        AmountJson.Of(causes.RateEffect),
        AmountJson.Of(causes.MixEffect),
        causes.PassThrough is { } lpr ? PassThroughJson.Of(lpr) : null,
        [.. causes.Rows.Select(AttributionRowJson.Of)],
        causes.Remainder is { } rest ? AttributionRowJson.Of(rest) : null,
        causes.IsComplete,
        causes.IsWhole,
        Moments.Iso(asOf),
        causes.Synthetic);
}

/// <summary>The mean one-year LPR of both windows, and the drop of the corporate rate over its drop.</summary>
internal sealed record PassThroughJson(AmountJson? Before, AmountJson? Now, AmountJson? Drop, AmountJson? PassThrough)
{
    public static PassThroughJson Of(PassThrough lpr) => new(
        AmountJson.Of(lpr.Before?.ToQuantity()),
        AmountJson.Of(lpr.Now?.ToQuantity()),
        AmountJson.Of(lpr.Drop?.ToBasisPoints()),
        AmountJson.Of(lpr.Share?.ToQuantity()));
}

/// <summary>A bank or county; all amounts null where it is withheld.</summary>
/// <param name="State">continuing, entered, left or withheld.</param>
/// <param name="Terms">Of each growth in the target: change and points; empty for M08.1.</param>
internal sealed record AttributionRowJson(
    string? Code,
    string State,
    AmountJson? Effect,
    IReadOnlyList<AttributionTermJson> Terms,
    AmountJson? ShareBefore,
    AmountJson? ShareNow,
    AmountJson? RateBefore,
    AmountJson? RateNow,
    AmountJson? RateEffect,
    AmountJson? MixEffect,
    bool LacksMonths)
{
    public static AttributionRowJson Of(CauseRow row) => new(
        row.Code.Length == 0 ? null : row.Code,
        row.IsWithheld ? "withheld" : ReadingJson.Kebab(row.Presence),
        AmountJson.Of(row.Effect),
        [.. row.Terms.Select(term => new AttributionTermJson(AmountJson.Of(term.Change), AmountJson.Of(term.Points)))],
        Level(row.Rate?.ShareBefore),
        Level(row.Rate?.ShareNow),
        Level(row.Rate?.RateBefore),
        Level(row.Rate?.RateNow),
        AmountJson.Of(row.Rate?.RateEffect.ToBasisPoints()),
        AmountJson.Of(row.Rate?.MixEffect.ToBasisPoints()),
        row.LacksMonths);

    private static AmountJson? Level(Percentage? level) => AmountJson.Of(level?.ToQuantity());
}

internal sealed record AttributionTermJson(AmountJson? Change, AmountJson? Points);

/// <summary>The same as a table: one line for each row, then the remainder and the total.</summary>
internal static class AttributionTable
{
    private static readonly string[] s_header =
    [
        "id", "reading", "month", "region", "by", "code", "state", "effect", "effect_unit", "change", "points",
        "second_change", "second_points", "share_before", "share_now", "rate_before", "rate_now", "rate_effect",
        "mix_effect", "as_of", "synthetic",
    ];

    public static string Csv(AttributionJson answer) => CsvText.Of(
        s_header,
        [
            .. answer.Rows.Select(row => Line(answer, row, row.State)),
            .. answer.Remainder is { } rest ? [Line(answer, rest, "remainder")] : Array.Empty<IReadOnlyList<string?>>(),
            Line(
                answer,
                new(null, "total", answer.Total, [new(answer.TotalChange, null)], null, null, null, null, answer.RateEffect, answer.MixEffect, false),
                "total"),
        ]);

    private static IReadOnlyList<string?> Line(AttributionJson answer, AttributionRowJson row, string state) =>
    [
        answer.Id, answer.Reading, answer.Month, answer.Region, answer.By, row.Code, state,
        row.Effect?.Value, row.Effect?.Unit,
        row.Terms.ElementAtOrDefault(0)?.Change?.Value, row.Terms.ElementAtOrDefault(0)?.Points?.Value,
        row.Terms.ElementAtOrDefault(1)?.Change?.Value, row.Terms.ElementAtOrDefault(1)?.Points?.Value,
        row.ShareBefore?.Value, row.ShareNow?.Value, row.RateBefore?.Value, row.RateNow?.Value,
        row.RateEffect?.Value, row.MixEffect?.Value, answer.AsOf, answer.Synthetic ? "true" : "false",
    ];
}
