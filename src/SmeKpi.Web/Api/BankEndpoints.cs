using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET banks and banks/{code}/tests.</summary>
internal static class BankEndpoints
{
    public static void MapBanks(this RouteGroupBuilder api)
    {
        api.MapGet("banks", async (VisibleCity city, CancellationToken cancellationToken) =>
                (await city.MasterAsync(null, cancellationToken)).Banks
                    .OrderBy(bank => bank.Code, StringComparer.Ordinal).Select(BankJson.Of))
            .Needs(Right.BanksRead)
            .WithSummary("The bank master, as far as it is open to whoever asks")
            .Produces<IReadOnlyList<BankJson>>();
        api.MapGet("banks/{code}/tests", TestsAsync)
            .Needs(Right.BanksRead)
            .WithSummary("The targets that bind each bank, for one bank and month")
            .Produces<IReadOnlyList<ReadingJson>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TestsAsync(
        string code, VisibleCity city, Composition.Law law, CancellationToken cancellationToken, string? month = null)
    {
        MasterData master = await city.MasterAsync(null, cancellationToken);
        string home = Subjects.City(master).Code;
        if (!await city.SeesAsync(new Subject(home, code), null, cancellationToken))
        {
            return Answers.Unknown("code", code);
        }

        string? asked = month ?? (await city.LastMonthAsync(null, cancellationToken))?.ToString();
        if (!YearMonth.TryParse(asked, out YearMonth at))
        {
            return Answers.Wrong("month", asked ?? string.Empty, KpiParameters.MonthForm);
        }

        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(
            new ReadingQuery(home, at, at, Reading: "ruling", Subjects: [new Subject(home, code)]), cancellationToken);
        DateTimeOffset known = await city.KnownSinceAsync(null, cancellationToken);
        return Results.Ok(readings
            .Where(reading => law.Policy.Provision(reading.Id).BindsEachBank)
            .Select(reading => ReadingJson.Of(reading, known)));
    }
}

/// <summary>A bank of the bank master.</summary>
internal sealed record BankJson(
    string Code,
    LocalizedText Name,
    string Type,
    bool LocallyIncorporated,
    string? Opened,
    string? Closed,
    string? Successor,
    IReadOnlyList<string> Aliases)
{
    public static BankJson Of(Bank bank) => new(
        bank.Code,
        bank.Name,
        ReadingJson.Kebab(bank.Type),
        bank.LocallyIncorporated,
        bank.Opened?.ToString(),
        bank.Closed?.ToString(),
        bank.Successor,
        bank.Aliases);
}
