namespace SmeKpi.Benchmarks;

/// <summary>From the start of the process to the first page of "/": the seeded program against a hello-web.</summary>
internal static class StartBenchmark
{
    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds)
    {
        string data = place.NewFolder();
        TimeSpan first = await ProgramAsync(place, data);
        await HelloAsync(place);

        Pairs pairs = new();
        for (int round = 0; round < rounds; round++)
        {
            pairs.Add(await HelloAsync(place), await ProgramAsync(place, data));
        }

        return
        [
            new("start with a seeded database, to the first page", $"hello-web: {Report.Seconds(pairs.Floor)}",
                Report.Seconds(pairs.Product), pairs, 4),
            new("first start: database made and seeded, to the first page", "–",
                Report.Seconds(first.TotalSeconds), null, null),
        ];
    }

    private static Task<TimeSpan> ProgramAsync(Workplace place, string data)
    {
        string url = Child.FreeUrl();
        return Child.UntilFirstPageAsync(place, url, place.Program, "serve", "--data", data, "--urls", url);
    }

    private static Task<TimeSpan> HelloAsync(Workplace place)
    {
        string url = Child.FreeUrl();
        return Child.UntilFirstPageAsync(place, url, typeof(HelloWeb).Assembly.Location, "--hello", url);
    }
}
