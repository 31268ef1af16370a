using SmeKpi.Core.Access;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Api;

/// <summary>GET measures and provisions/{id}: the law as data.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicy(this RouteGroupBuilder api)
    {
        api.MapGet("measures", (PolicyDocument policy) => policy.Measures.Select(measure => MeasureOf(policy, measure)))
            .Needs(Right.PolicyRead)
            .WithSummary("The ten measures with their departments and provisions")
            .Produces<IReadOnlyList<MeasureJson>>();
        api.MapGet("provisions/{id}", (string id, PolicyDocument policy) =>
                policy.Provisions.FirstOrDefault(provision => provision.Id == id) is { } provision
                    ? Results.Ok(ProvisionOf(provision))
                    : Answers.Unknown("id", id))
            .Needs(Right.PolicyRead)
            .WithSummary("One number of the law: quote, values, readings")
            .Produces<ProvisionJson>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static MeasureJson MeasureOf(PolicyDocument policy, Measure measure) => new(
        measure.Number,
        measure.Title,
        measure.Text,
        [.. measure.Responsible.Select(id => policy.Departments.First(department => department.Id == id))],
        [.. policy.Provisions.Where(provision => provision.Measure == measure.Number).Select(provision => provision.Id)]);

    private static ProvisionJson ProvisionOf(Provision provision) => new(
        provision.Id,
        provision.Measure,
        provision.Quote,
        provision.Name,
        ReadingJson.Kebab(provision.Kind),
        ReadingJson.Kebab(provision.Wording),
        provision.Compare is { } compare ? ReadingJson.Kebab(compare) : null,
        provision.Unit is { } unit ? AmountJson.UnitName(unit) : null,
        provision.AnnualValues.ToDictionary(value => value.Key, value => Decimals.Plain(value.Value)),
        provision.StandingValue is { } standing ? Decimals.Plain(standing) : null,
        provision.DateValue,
        provision.Responsible,
        [.. provision.Readings.Select(reading => new ReadingNameJson(
            reading.Name, reading.IsRuling, reading.Title, reading.Explanation, reading.Indicator, reading.Scope))]);
}

internal sealed record MeasureJson(
    int Number,
    LocalizedText Title,
    string Text,
    IReadOnlyList<Department> Responsible,
    IReadOnlyList<string> Provisions);

internal sealed record ProvisionJson(
    string Id,
    int Measure,
    string Quote,
    LocalizedText Name,
    string Kind,
    string Wording,
    string? Compare,
    string? Unit,
    IReadOnlyDictionary<int, string> AnnualValues,
    string? WhileInForce,
    DateOnly? Date,
    IReadOnlyList<string> Responsible,
    IReadOnlyList<ReadingNameJson> Readings);

internal sealed record ReadingNameJson(
    string Name, bool Ruling, LocalizedText Title, LocalizedText Explanation, string Indicator, string Scope);
