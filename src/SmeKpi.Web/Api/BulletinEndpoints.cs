using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Digests;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET bulletins/{month}: the digest of a month with its five ruling readings.</summary>
internal static class BulletinEndpoints
{
    public static void MapBulletins(this RouteGroupBuilder api) =>
        api.MapGet("bulletins/{month}", ReadAsync)
            .Needs(Right.CityRead)
            .WithSummary("A month in three to seven sentences in both languages, with evidence, and the ruling readings")
            .WithDescription(
                "Made anew from the figures at each request, so the status is always draft: issuing a bulletin, which freezes it, "
                + "does not exist yet. Shows what whoever asks may see on the pages, neither more nor less.")
            .Produces<BulletinJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="month">yyyy-MM.</param>
    private static async Task<IResult> ReadAsync(
        string month,
        ViewSource source,
        CancellationToken cancellationToken,
        string? asOf = null,
        string? region = null)
    {
        if (!YearMonth.TryParse(month, out YearMonth wanted))
        {
            return Answers.Wrong("month", month, KpiParameters.MonthForm);
        }

        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        ViewQuery query = new(wanted, moment, string.IsNullOrEmpty(region) ? null : region);
        ViewData data = await source.ReadAsync(query, true, cancellationToken);
        if (query.Region is { } asked && asked != data.Region)
        {
            return Answers.Unknown("region", asked);
        }

        return data is { FirstMonth: { } first, LastMonth: { } last, KnownSince: { } known } && first <= wanted && wanted <= last
            ? Results.Ok(await OfAsync(data, query, known, source, cancellationToken))
            : Answers.Unknown("month", month);
    }

    private static async Task<BulletinJson> OfAsync(
        ViewData data, ViewQuery query, DateTimeOffset known, ViewSource source, CancellationToken cancellationToken)
    {
        IReadOnlyList<TargetView> targets =
            [.. data.Policy.Judged().Select(provision => TargetReader.Target(data, provision))];
        DigestFacts facts = await source.DigestFactsAsync(data, query, cancellationToken);
        IReadOnlyList<KpiReading> readings = [.. targets.Select(target => target.Ruling).OfType<KpiReading>()];
        return new BulletinJson(
            data.Month.ToString(),
            data.Region,
            "draft",
            Moments.Iso(known),
            data.Synthetic,
            [
                .. DigestMapping.Of(data, targets, facts, query).Sentences.Select(sentence =>
                    new SentenceJson(ReadingJson.Kebab(sentence.Kind), sentence.Text.Zh, sentence.Text.En, sentence.Evidence)),
            ],
            [.. readings.Select(reading => ReadingJson.Of(reading, known))]);
    }
}

/// <param name="Status">Always draft until bulletins can be issued.</param>
/// <param name="DataKnownSince">When the newest figure behind it became known.</param>
internal sealed record BulletinJson(
    string Month,
    string Region,
    string Status,
    string DataKnownSince,
    bool Synthetic,
    IReadOnlyList<SentenceJson> Sentences,
    IReadOnlyList<ReadingJson> Readings);

/// <param name="Evidence">The address of the page with the numbers, relative to this site.</param>
internal sealed record SentenceJson(string Kind, string Zh, string En, string Evidence);
