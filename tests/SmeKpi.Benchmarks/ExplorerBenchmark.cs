using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace SmeKpi.Benchmarks;

/// <summary>
/// The explorer page over 5.6 million observations: 32 people at once, each asking for an indicator and then drilling into
/// banks, areas and single months; memory; beside the bare reading of the rows that a first question needs.
/// </summary>
internal static class ExplorerBenchmark
{
    private const int People = 32;
    private const string Cookie = "smekpi-demo-role=analyst";
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(20);

    private static readonly string[] s_indicators =
    [
        "deposits.all.balance", "loans.all.balance", "loans.all.npl", "loans.all.written_off", "loans.all.transferred",
        "loans.all.debt_swap_repaid", "loans.mse.balance", "loans.inclusive_mse.balance", "loans.inclusive_mse.borrowers",
        "loans.inclusive_mse.npl", "loans.inclusive_mse.granted_ytd", "loans.inclusive_mse.interest_ytd",
        "loans.corporate.granted", "loans.corporate.interest", "loans.credit.balance", "loans.medium_long_term.balance",
        "loans.manufacturing_mlt.balance", "loans.green.balance", "loans.agriculture.balance", "loans.renewed_without_repayment",
    ];

    // Half of the indicators of the catalogue in their first scope, and made-up ones beside them that nobody asks for.
    private static IReadOnlyList<(string Indicator, string Scope, string Unit)> Series =>
    [
        .. s_indicators.Select(code => (code, ScopeOf(code), code.EndsWith("borrowers", StringComparison.Ordinal) ? "count" : "yuan")),
        .. Enumerable.Range(1, 20).Select(number => ($"bench.made_up_{number}", "-", "yuan")),
    ];

    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds, string? published)
    {
        string program = published ?? await StartBenchmark.PublishProgramAsync(place);
        string data = await ExplorerData.MakeAsync(place, Series);
        long rows = Database.CountObservations(data);
        Console.Error.WriteLine(Invariant($"   {rows:N0} observations"));
        // A demonstration without any reading would compute all of them before it serves.
        await Child.ToItsEndAsync(place, [0], [program, "compute", "--month", "2023-06", "--data", data]);
        string url = Child.FreeUrl();
        using Child server = await Child.ServeAsync(place, url, program, "serve", "--no-seed", "--data", data, "--urls", url);
        using HttpClient client = new(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = People, UseCookies = false, AutomaticDecompression = DecompressionMethods.None,
        })
        {
            BaseAddress = new Uri(url),
        };
        client.DefaultRequestHeaders.Add("Cookie", Cookie);
        await AskAsync(client, First(new Random(1)));
        Pairs pairs = new();
        for (int round = 0; round < rounds; round++)
        {
            pairs.Add(Floor(data, round), await AskAsync(client, First(new Random(100 + round))));
        }

        (IReadOnlyList<double> first, IReadOnlyList<double> drill) = await CrowdAsync(client);
        long memory = MemoryOf(server.Id);
        return
        [
            new(Invariant($"explorer, first result of one person over {rows:N0} observations"),
                $"ADO.NET, the needed rows: {Report.Seconds(pairs.Floor)}", Report.Seconds(pairs.Product), pairs, 3),
            Row(Invariant($"explorer, first result, {People} people (budget p95 1 s)"), first),
            Row(Invariant($"explorer, drill, {People} people (budget p95 0.5 s)"), drill),
            new("explorer, memory of the server afterwards", "–", Invariant($"{memory / 1024 / 1024:N0} MB"), null, null),
        ];
    }

    private static ReportRow Row(string what, IReadOnlyList<double> seconds)
    {
        LoadResult result = new(0, [.. seconds.Select(each => each * 1000)], 0);
        return new(
            what, "–",
            Invariant($"p50 {result.Percentile(0.5):N0} ms, p95 {result.Percentile(0.95):N0} ms of {seconds.Count:N0}"), null, null);
    }

    /// <summary>Each person asks a question and then follows three of its ways.</summary>
    private static async Task<(IReadOnlyList<double> First, IReadOnlyList<double> Drill)> CrowdAsync(HttpClient client)
    {
        ConcurrentBag<double> first = [];
        ConcurrentBag<double> drill = [];
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            Random random = new(person);
            while (clock.Elapsed < s_duration)
            {
                first.Add((await AskAsync(client, First(random))).TotalSeconds);
                foreach (string address in Drills(random))
                {
                    drill.Add((await AskAsync(client, address)).TotalSeconds);
                }
            }
        })));
        return ([.. first], [.. drill]);
    }

    private static string First(Random random)
    {
        int to = random.Next(13, ExplorerData.Months);
        return $"/explore?indicator={Pick(random, s_indicators)}&from={ExplorerData.Month(to - 12)}&to={ExplorerData.Month(to)}";
    }

    private static IEnumerable<string> Drills(Random random)
    {
        string indicator = Pick(random, s_indicators);
        int to = random.Next(13, ExplorerData.Months);
        string year = $"from={ExplorerData.Month(to - 12)}&to={ExplorerData.Month(to)}";
        string month = $"from={ExplorerData.Month(to)}&to={ExplorerData.Month(to)}";
        yield return $"/explore?indicator={indicator}&area={Pick(random, ExplorerData.Areas)}&bank=all&rows=bank&{year}";
        yield return $"/explore?indicator={indicator}&bank={ExplorerData.Bank(random.Next(1, ExplorerData.Banks))}&area=counties&rows=area&{year}";
        yield return $"/explore?indicator={indicator}&bank=all&rows=bank&{month}&measure=growth-year";
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static async Task<TimeSpan> AskAsync(HttpClient client, string address)
    {
        Stopwatch clock = Stopwatch.StartNew();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        string body = await answer.Content.ReadAsStringAsync();
        TimeSpan taken = clock.Elapsed;
        return answer.IsSuccessStatusCode && body.Contains("\"/figures/", StringComparison.Ordinal)
            ? taken
            : throw new InvalidOperationException($"{address}: {answer.StatusCode}, no figure in {body}");
    }

    /// <summary>The newest vintages of thirteen months of every bank and area of one indicator, read and thrown away.</summary>
    private static TimeSpan Floor(string data, int round)
    {
        using SqliteConnection connection = new($"Data Source={Database.FileIn(data)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            SELECT series_id, month, amount_fen FROM observations
            WHERE series_id IN (SELECT id FROM series WHERE indicator = $indicator) AND month >= $from AND month <= $to
            """;
        command.Parameters.AddWithValue("$indicator", s_indicators[round % s_indicators.Length]);
        command.Parameters.AddWithValue("$from", 202401);
        command.Parameters.AddWithValue("$to", 202501);
        Stopwatch clock = Stopwatch.StartNew();
        using SqliteDataReader reader = command.ExecuteReader();
        long sum = 0;
        while (reader.Read())
        {
            sum += reader.GetInt64(0) + reader.GetInt64(1) + (reader.IsDBNull(2) ? 0 : reader.GetInt64(2));
        }

        return sum > 0 ? clock.Elapsed : throw new InvalidOperationException("No row was read.");
    }

    private static long MemoryOf(int process)
    {
        using Process server = Process.GetProcessById(process);
        return server.WorkingSet64;
    }

    private static string ScopeOf(string indicator) =>
        indicator.StartsWith("loans.inclusive_mse", StringComparison.Ordinal) ? "nfra"
        : indicator.StartsWith("loans.corporate", StringComparison.Ordinal) || indicator.EndsWith("repayment", StringComparison.Ordinal) ? "-"
        : "rmb_fx";
}
