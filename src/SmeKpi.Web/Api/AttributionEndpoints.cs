using SmeKpi.Core.Access;
using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET kpis/{id}/attribution.</summary>
internal static class AttributionEndpoints
{
    private const string ByForm = "bank or county";

    public static void MapAttribution(this RouteGroupBuilder api) => api.MapGet("kpis/{id}/attribution", ReadAsync)
        .Needs(Right.CityRead)
        .WithSummary("Who moved M01.1, M01.2, M01.3 or M08.1, by bank or county; JSON, or CSV by Accept: text/csv")
        .Produces<AttributionJson>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="id">M01.1, M01.2, M01.3 or M08.1.</param>
    /// <param name="month">yyyy-MM; the newest month when left out.</param>
    /// <param name="by">bank or county; county when left out.</param>
    /// <param name="reading">A reading's name; ruling when left out.</param>
    private static async Task<IResult> ReadAsync(
        string id,
        HttpRequest request,
        VisibleCity city,
        VisibleCauses causes,
        PolicyDocument policy,
        CancellationToken cancellationToken,
        string? month = null,
        string? by = null,
        string? asOf = null,
        string? region = null,
        string? reading = null)
    {
        if (!VisibleCauses.Ids.Contains(id))
        {
            return Answers.Unknown("id", id);
        }

        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        string asked = month ?? (await city.LastMonthAsync(moment, cancellationToken))?.ToString() ?? string.Empty;
        if (!YearMonth.TryParse(asked, out YearMonth at))
        {
            return Answers.Wrong("month", asked, KpiParameters.MonthForm);
        }

        if (by is not (null or "" or "bank" or "county"))
        {
            return Answers.Wrong("by", by, ByForm);
        }

        string name = reading is { Length: > 0 } ? reading : ReadingNames.Ruling;
        if (policy.Provision(id).Readings.All(each => each.Name != name))
        {
            return Answers.Unknown("reading", name);
        }

        MasterData master = await city.MasterAsync(moment, cancellationToken);
        string area = region is { Length: > 0 } ? region : Subjects.City(master).Code;
        if (!await city.SeesAsync(new Subject(area), moment, cancellationToken))
        {
            return Answers.Unknown("region", area);
        }

        CausesView? found = await causes.ReadAsync(
            id, name, at, area, by == "bank" ? AttributedBy.Bank : AttributedBy.County, moment, cancellationToken);
        if (found is null)
        {
            return Answers.Unknown("reading", $"{name} in {at}");
        }

        AttributionJson answer = AttributionJson.Of(found, moment ?? await city.KnownSinceAsync(null, cancellationToken));
        return Answers.WantsCsv(request) ? Answers.Csv(AttributionTable.Csv(answer)) : Results.Ok(answer);
    }
}
