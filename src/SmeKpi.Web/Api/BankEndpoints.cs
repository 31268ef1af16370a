using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Supervision;

namespace SmeKpi.Web.Api;

/// <summary>GET banks, banks/tests and banks/{code}/tests.</summary>
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
        api.MapGet("banks/tests", (HttpRequest request, VisibleSupervision supervision, VisibleCity city,
                CancellationToken cancellationToken, string? month = null, string? asOf = null) =>
                TestsAsync(null, request, supervision, city, month, asOf, cancellationToken))
            .Needs(Right.BanksRead)
            .WithSummary("The tests of every bank that is open to whoever asks, for one month")
            .WithDescription(Description)
            .Produces<IReadOnlyList<BankTestJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("banks/{code}/tests", (string code, HttpRequest request, VisibleSupervision supervision, VisibleCity city,
                CancellationToken cancellationToken, string? month = null, string? asOf = null) =>
                TestsAsync(code, request, supervision, city, month, asOf, cancellationToken))
            .Needs(Right.BanksRead)
            .WithSummary("The tests of one bank for one month")
            .WithDescription(Description)
            .Produces<IReadOnlyList<BankTestJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private const string Description =
        "Value, threshold, standing and clause of each test; JSON or CSV by Accept. month: yyyy-MM, the newest with figures "
        + "when absent. asOf: the moment whose knowledge is asked for. A test without figures or with a balance of zero is "
        + "not-assessable; one that holds no number for the bank is no-target and says why.";

    private static async Task<IResult> TestsAsync(
        string? code,
        HttpRequest request,
        VisibleSupervision supervision,
        VisibleCity city,
        string? month,
        string? asOf,
        CancellationToken cancellationToken)
    {
        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        string home = Subjects.City(await city.MasterAsync(moment, cancellationToken)).Code;
        if (code is not null && !await city.SeesAsync(new Subject(home, code), moment, cancellationToken))
        {
            return Answers.Unknown("code", code);
        }

        string? asked = month ?? (await city.LastMonthAsync(moment, cancellationToken))?.ToString();
        if (!YearMonth.TryParse(asked, out YearMonth at) || !ViewQuery.IsInReach(at))
        {
            return Answers.Wrong("month", asked ?? string.Empty, KpiParameters.MonthForm);
        }

        DateTimeOffset known = moment ?? await city.KnownSinceAsync(null, cancellationToken);
        List<BankTestJson> tests =
            [.. BankTestJson.Of(await supervision.ReadAsync(at, home, moment, code, cancellationToken), known)];
        return Answers.WantsCsv(request) ? Answers.Csv(CsvText.Of(s_columns, tests.Select(Row))) : Results.Ok(tests);
    }

    private static readonly string[] s_columns =
    [
        "bank", "month", "test", "mode", "value", "threshold", "unit", "standing", "why", "provision", "document", "synthetic",
    ];

    private static IReadOnlyList<string?> Row(BankTestJson test) =>
    [
        test.Bank, test.Month, test.Id, test.Mode, test.Value?.Value, test.Threshold?.Value,
        test.Value?.Unit ?? test.Threshold?.Unit, test.Standing, test.Why, test.Clause?.Provision, test.Clause?.Document,
        test.Synthetic ? "true" : "false",
    ];
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
