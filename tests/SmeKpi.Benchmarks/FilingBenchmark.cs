using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SmeKpi.Benchmarks;

/// <summary>A large filing from its upload to its verdict, and pages while sixty banks file at once.</summary>
internal static class FilingBenchmark
{
    private const int LargeRows = 5_000;
    private const int Banks = 60;
    private static readonly string[] s_counties =
        ["320902", "320903", "320904", "320921", "320922", "320923", "320924", "320925", "320981"];

    private static readonly string[] s_indicators =
    [
        "deposits.all.balance", "loans.all.balance", "loans.medium_long_term.balance", "loans.credit.balance",
        "loans.manufacturing_mlt.balance", "loans.green.balance", "loans.agriculture.balance",
    ];

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds)
    {
        string url = Child.FreeUrl();
        using Child server = await Child.ServeAsync(place, url, place.Program, "serve", "--data", place.NewFolder(), "--urls", url);
        using HttpClient client = Client(url);
        List<double> large = [];
        for (int round = 0; round < Math.Min(rounds, 5); round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            await UntilJudgedAsync(client, [await FileAsync(client, LargeRows, round)]);
            large.Add(clock.Elapsed.TotalSeconds);
        }

        ConcurrentBag<double> pages = [];
        using CancellationTokenSource filing = new();
        Task reading = ReadPagesAsync(url, pages, filing.Token);
        Stopwatch all = Stopwatch.StartNew();
        string[] filed = await Task.WhenAll(Enumerable.Range(0, Banks).Select(bank => FileAsync(client, 500, 1_000 + bank)));
        await UntilJudgedAsync(client, filed);
        double together = all.Elapsed.TotalSeconds;
        await filing.CancelAsync();
        await reading;

        return
        [
            new($"filing of {LargeRows:N0} rows, upload to verdict (budget 5 s)", "–", Report.Seconds(Pairs.Median(large)), null, null),
            new($"{Banks} filings at once, uploads to verdicts", "–", Report.Seconds(together), null, null),
            new($"a page meanwhile, p95 of {pages.Count} (budget 1 s)", "–", Report.Seconds(Percentile(pages, 0.95)), null, null),
        ];
    }

    private static HttpClient Client(string url)
    {
        HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(url), Timeout = s_patience };
        client.DefaultRequestHeaders.Add("Cookie", "smekpi-demo-role=bank-reporter");
        return client;
    }

    // Each with other values: the same bytes would be received only once.
    private static async Task<string> FileAsync(HttpClient client, int rows, int number)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent("2025-12"), "month");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Return(rows, number))), "file", $"{number}.csv");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/api/v1/submissions", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("id").GetString()!;
    }

    private static async Task UntilJudgedAsync(HttpClient client, IReadOnlyCollection<string> filings)
    {
        using CancellationTokenSource limit = new(s_patience);
        foreach (string filing in filings)
        {
            while (await StateAsync(client, filing) is "received" or "parsing" or "checking")
            {
                await Task.Delay(s_pause, limit.Token);
            }
        }
    }

    private static async Task<string?> StateAsync(HttpClient client, string filing)
    {
        using JsonDocument body = JsonDocument.Parse(
            await client.GetStringAsync(new Uri($"/api/v1/submissions/{filing}", UriKind.Relative)));
        return body.RootElement.GetProperty("state").GetString();
    }

    private static async Task ReadPagesAsync(string url, ConcurrentBag<double> pages, CancellationToken token)
    {
        using HttpClient reader = new() { BaseAddress = new Uri(url), Timeout = s_patience };
        string[] addresses = ["/", "/targets/M01.1", "/measures", "/imports"];
        for (int at = 0; !token.IsCancellationRequested; at++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            using HttpResponseMessage page = await reader.GetAsync(
                new Uri(addresses[at % addresses.Length], UriKind.Relative), CancellationToken.None);
            page.EnsureSuccessStatusCode();
            pages.Add(clock.Elapsed.TotalSeconds);
            await Task.Delay(s_pause, CancellationToken.None);
        }
    }

    /// <summary>Rows of one bank that a bank could file: nine counties, fourteen series, as many months as it takes.</summary>
    private static string Return(int rows, int number)
    {
        StringBuilder text = new("# synthetic: true\nmonth,bank_code,region_code,indicator,scope,value,unit\n");
        for (int row = 0; row < rows; row++)
        {
            string county = s_counties[row % s_counties.Length];
            int rest = row / s_counties.Length;
            string indicator = s_indicators[rest % s_indicators.Length];
            rest /= s_indicators.Length;
            string scope = rest % 2 == 0 ? "rmb_fx" : "rmb";
            int month = rest / 2;
            decimal value = 900_000m - (50_000m * Array.IndexOf(s_indicators, indicator)) - (100m * month) + number - (rest % 2);
            text.Append(CultureInfo.InvariantCulture,
                $"{2025 - (month / 12)}-{12 - (month % 12):00},D001,{county},{indicator},{scope},{value}.25,万元\n");
        }

        return text.ToString();
    }

    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] ordered = [.. values.Order()];
        return ordered[(int)Math.Min(ordered.Length - 1, Math.Ceiling(share * ordered.Length) - 1)];
    }
}
