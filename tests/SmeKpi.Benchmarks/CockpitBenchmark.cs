using System.Globalization;
using static System.FormattableString;

namespace SmeKpi.Benchmarks;

/// <summary>The leaders' page, warm, against a static file of the same server; the first visit; memory of open pages.</summary>
internal static class CockpitBenchmark
{
    private const int Connections = 32;
    private const string Page = "/?month=2025-06";
    private const double LeastShare = 3;
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds, string? published)
    {
        // Published: only then are the static files packed ahead, as a city serves them.
        string program = published ?? await StartBenchmark.PublishProgramAsync(place);
        string url = Child.FreeUrl();
        using Child server = await Child.ServeAsync(place, url, program, "serve", "--data", place.NewFolder(), "--urls", url);
        return
        [
            .. await SpeedAsync(url, rounds, "department", "totals only"),
            .. await SpeedAsync(url, rounds, "leader", "with rows of banks, each look recorded in the audit chain"),
            .. await FirstVisit.RunAsync(url),
            .. await CircuitMemory.RunAsync(url, server.Id),
        ];
    }

    private static async Task<IReadOnlyList<ReportRow>> SpeedAsync(string url, int rounds, string role, string what)
    {
        LoadGenerator load = new(url, Connections);
        string cookie = $"smekpi-demo-role={role}";
        string file = await FirstVisit.StyleSheetAsync(url);
        await load.RunAsync(file, cookie, s_duration);
        await load.RunAsync(Page, cookie, s_duration);
        Pairs pairs = new();
        List<LoadResult> pages = [];
        LoadResult last = null!;
        for (int round = 0; round < rounds; round++)
        {
            last = await load.RunAsync(file, cookie, s_duration);
            pages.Add(await load.RunAsync(Page, cookie, s_duration));
            pairs.Add(TimeSpan.FromSeconds(1 / last.PerSecond), TimeSpan.FromSeconds(1 / pages[^1].PerSecond));
        }

        return
        [
            new($"cockpit, {what}: {Connections} connections ({pages[0].Bytes:N0} bytes packed)",
                Invariant($"static file, {last.Bytes:N0} bytes packed: {1 / pairs.Floor:#,0} a second"),
                Invariant($"{1 / pairs.Product:#,0} a second"), pairs, LeastShare),
            new($"cockpit, {what}: p95 at {Connections} connections (budget 50 ms)", "–",
                Milliseconds(Pairs.Median(pages.Select(page => page.Percentile(0.95)))), null, null),
        ];
    }

    private static string Milliseconds(double value) => value.ToString("0.0 'ms'", CultureInfo.InvariantCulture);
}
