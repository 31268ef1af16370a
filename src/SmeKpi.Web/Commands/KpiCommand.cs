using System.CommandLine;
using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Web.Api;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi kpi`: prints readings.</summary>
internal static class KpiCommand
{
    private static readonly Argument<string?> s_id = new("id")
    {
        Description = "A target, as in M01.1; all five when left out",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> s_month = new("--month")
    {
        Description = "A month or a range: 2025-06 or 2025-01..2025-06; the newest when left out",
    };

    private static readonly Option<string?> s_bank = new("--bank") { Description = "A bank's code, or all" };

    private static readonly Option<string?> s_region = new("--region") { Description = "An area's code" };

    private static readonly Option<string?> s_asOf = new("--as-of")
    {
        Description = "As known at a moment: 2025-07-20 (the end of that day in Shanghai) or 2025-07-20T09:30:00+08:00",
    };

    private static readonly Option<string> s_reading = new("--reading")
    {
        Description = "A reading's name, or all",
        DefaultValueFactory = _ => "ruling",
    };

    private static readonly Option<string> s_format = new("--format")
    {
        Description = "table, json (one object a line) or csv",
        DefaultValueFactory = _ => "table",
    };

    public static Command Create()
    {
        s_format.AcceptOnlyFromAmong("table", "json", "csv");

        // A mistyped option would otherwise be taken for the target, and its value be called the mistake.
        s_id.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] typed }, ..])
            {
                result.AddError($"'{typed}' is not an option of kpi.");
            }
        });
        Command command = new("kpi", "Print readings")
        {
            s_id, s_month, s_bank, s_region, s_asOf, s_reading, s_format,
        };
        command.SetAction((result, cancellationToken) => DataHost.RunAsync(
            result, services => RunAsync(result, services, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult result, IServiceProvider services, CancellationToken cancellationToken)
    {
        CityData city = services.GetRequiredService<CityData>();
        KpiChoice choice = new(
            result.GetValue(s_id),
            result.GetValue(s_month),
            result.GetValue(s_bank),
            result.GetValue(s_region),
            result.GetValue(s_asOf),
            result.GetValue(s_reading)!);
        (ReadingQuery? query, string? problem) = await choice.ToQueryAsync(
            city, services.GetRequiredService<PolicyDocument>(), cancellationToken);
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem);
            return CommandLine.Failed;
        }

        IReadOnlyList<KpiReading> readings =
            query is null ? [] : await city.ReadingsAsync(query, RowScope.Everything, cancellationToken);
        DateTimeOffset known = query?.AsOf ?? await city.KnownSinceAsync(cancellationToken);
        Chances chances = await Chances.OfAsync(
            readings, (from, to) => city.ForecastsAsync(query!.City, from, to, query.AsOf, cancellationToken));
        ReadingPrint.Print(
            [.. readings.Select(reading => ReadingJson.Of(reading, known, chances.Of(reading)))], result.GetValue(s_format)!);
        return CommandLine.Accepted;
    }
}
