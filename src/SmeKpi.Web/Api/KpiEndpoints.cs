using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET kpis, kpis/{id}/series and kpis/{id}/lineage.</summary>
internal static class KpiEndpoints
{
    public static void MapKpis(this RouteGroupBuilder api)
    {
        api.MapGet("kpis", KpisAsync)
            .Needs(Right.CityRead)
            .WithSummary("Readings of a month or a range of months; JSON, or CSV by Accept: text/csv")
            .Produces<IReadOnlyList<ReadingJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("kpis/{id}/series", SeriesAsync)
            .Needs(Right.CityRead)
            .WithSummary("One target over a range of months")
            .Produces<IReadOnlyList<ReadingJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("kpis/{id}/lineage", LineageAsync)
            .Needs(Right.CityRead)
            .WithSummary(
                "The provision, the balances, flows and coverage adjustments a reading used, and their cells")
            .Produces<LineageJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <param name="month">yyyy-MM or yyyy-MM..yyyy-MM; the newest month when left out.</param>
    /// <param name="bank">A bank's code, or all for the city and every bank open in the month; the area when left out.</param>
    /// <param name="reading">A reading's name, or all; ruling when left out.</param>
    private static async Task<IResult> KpisAsync(
        HttpRequest request,
        VisibleCity city,
        PolicyDocument policy,
        CancellationToken cancellationToken,
        string? month = null,
        string? asOf = null,
        string? region = null,
        string? bank = null,
        string? reading = null)
    {
        (IResult? wrong, IReadOnlyList<KpiReading> readings, DateTimeOffset? moment) =
            await AskAsync(city, policy, month, asOf, region, bank, reading, cancellationToken);
        return wrong ?? await AnswerAsync(request, city, readings, moment, cancellationToken);
    }

    /// <summary>The readings that parameters ask for, or what is wrong with them.</summary>
    internal static async Task<(IResult? Wrong, IReadOnlyList<KpiReading> Readings, DateTimeOffset? AsOf)> AskAsync(
        VisibleCity city,
        PolicyDocument policy,
        string? month,
        string? asOf,
        string? region,
        string? bank,
        string? reading,
        CancellationToken cancellationToken)
    {
        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return (wrong, [], null);
        }

        string months = month ?? (await city.LastMonthAsync(moment, cancellationToken))?.ToString() ?? string.Empty;
        if (months.Length == 0)
        {
            return (null, [], moment);
        }

        if (!KpiParameters.TryRange(months, out YearMonth first, out YearMonth last))
        {
            return (Answers.Wrong("month", months, KpiParameters.MonthForm + " or 2025-01..2025-06"), [], null);
        }

        ReadingQuery query = new(string.Empty, first, last, Reading: Name(reading), AsOf: moment);
        (IResult? refused, IReadOnlyList<KpiReading> readings) =
            await FindAsync(city, policy, query, region, bank, cancellationToken);
        return (refused, readings, moment);
    }

    private static async Task<IResult> SeriesAsync(
        string id,
        HttpRequest request,
        VisibleCity city,
        PolicyDocument policy,
        CancellationToken cancellationToken,
        string? from = null,
        string? to = null,
        string? asOf = null,
        string? region = null,
        string? bank = null,
        string? reading = null)
    {
        if (!KpiParameters.IsKpi(id))
        {
            return Answers.Unknown("id", id);
        }

        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        if (!YearMonth.TryParse(from ?? "1900-01", out YearMonth first))
        {
            return Answers.Wrong("from", from!, KpiParameters.MonthForm);
        }

        if (!YearMonth.TryParse(to ?? "2199-12", out YearMonth last))
        {
            return Answers.Wrong("to", to!, KpiParameters.MonthForm);
        }

        ReadingQuery query = new(string.Empty, first, last, id, Name(reading), AsOf: moment);
        return await ReadAsync(request, city, policy, query, region, bank, cancellationToken);
    }

    private static async Task<IResult> LineageAsync(
        string id,
        VisibleCity city,
        PolicyDocument policy,
        CancellationToken cancellationToken,
        string? month = null,
        string? asOf = null,
        string? region = null,
        string? bank = null,
        string? reading = null)
    {
        if (KpiCatalog.All.FirstOrDefault(each => each.Id == id) is not { } kpi)
        {
            return Answers.Unknown("id", id);
        }

        if (!YearMonth.TryParse(month, out YearMonth at))
        {
            return Answers.Wrong("month", month ?? string.Empty, KpiParameters.MonthForm);
        }

        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        string name = reading ?? "ruling";
        if (policy.Provision(id).Readings.All(each => each.Name != name))
        {
            return Answers.Unknown("reading", name);
        }

        MasterData master = await city.MasterAsync(moment, cancellationToken);
        Subject subject = new(region ?? Subjects.City(master).Code, bank is { Length: > 0 } ? bank : null);
        if (!await city.SeesAsync(subject, moment, cancellationToken))
        {
            return Unknown(master, subject);
        }

        return await city.LineageAsync(kpi, name, at, subject, moment, cancellationToken) is { } found
            ? Results.Ok(found)
            : Answers.Unknown("reading", $"{name} in {at}");
    }

    private static async Task<IResult> ReadAsync(
        HttpRequest request,
        VisibleCity city,
        PolicyDocument policy,
        ReadingQuery query,
        string? region,
        string? bank,
        CancellationToken cancellationToken)
    {
        (IResult? wrong, IReadOnlyList<KpiReading> readings) =
            await FindAsync(city, policy, query, region, bank, cancellationToken);
        return wrong ?? await AnswerAsync(request, city, readings, query.AsOf, cancellationToken);
    }

    private static async Task<(IResult? Wrong, IReadOnlyList<KpiReading> Readings)> FindAsync(
        VisibleCity city,
        PolicyDocument policy,
        ReadingQuery query,
        string? region,
        string? bank,
        CancellationToken cancellationToken)
    {
        if (query.Reading is { } name && !KpiParameters.ReadingNames(policy, query.Id).Contains(name))
        {
            return (Answers.Unknown("reading", name), []);
        }

        MasterData master = await city.MasterAsync(query.AsOf, cancellationToken);
        string area = region ?? Subjects.City(master).Code;
        Subject asked = new(area, bank is null or "" or "all" ? null : bank);
        if (!await city.SeesAsync(asked, query.AsOf, cancellationToken))
        {
            return (Unknown(master, asked), []);
        }

        return (null, await city.ReadingsAsync(
            query with { City = Subjects.City(master).Code, Subjects = Chosen(master, region, bank) }, cancellationToken));
    }

    /// <summary>`all` means the city and every bank; no bank means the area itself.</summary>
    internal static IReadOnlyList<Subject> Chosen(MasterData master, string? region, string? bank)
    {
        Subject area = new(region ?? Subjects.City(master).Code);
        return bank switch
        {
            null or "" => [area],
            "all" => [area, .. master.Banks.Select(each => new Subject(area.Region, each.Code))],
            _ => [new Subject(area.Region, bank)],
        };
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request,
        VisibleCity city,
        IReadOnlyList<KpiReading> readings,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        DateTimeOffset known = asOf ?? await city.KnownSinceAsync(null, cancellationToken);
        Chances chances = await Chances.OfAsync(
            readings, (from, to) => city.ForecastsAsync(from, to, asOf, cancellationToken));
        List<ReadingJson> answer = [.. readings.Select(reading => ReadingJson.Of(reading, known, chances.Of(reading)))];
        return Answers.WantsCsv(request) ? Answers.Csv(ReadingTable.Csv(answer)) : Results.Ok(answer);
    }

    /// <summary>What is not the viewer's to see is answered like what does not exist.</summary>
    private static IResult Unknown(MasterData seen, Subject subject) => seen.FindRegion(subject.Region) is null
        ? Answers.Unknown("region", subject.Region)
        : Answers.Unknown("bank", subject.Bank ?? string.Empty);

    private static string? Name(string? reading) => reading switch
    {
        null or "" => "ruling",
        "all" => null,
        _ => reading,
    };
}
