namespace SmeKpi.Benchmarks;

/// <summary>From the start of the process to the first page of "/": the seeded program against a hello-web.</summary>
/// <remarks>
/// Both are published: the program as the readme says, with its runtime and compiled ahead; the hello-web compiled ahead
/// on the shared framework, as which it starts as fast as any.
/// </remarks>
internal static class StartBenchmark
{
    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds)
    {
        string program = await PublishProgramAsync(place);
        string hello = Path.Combine(
            await PublishAsync(place, "tests/SmeKpi.Benchmarks"), Path.GetFileName(typeof(HelloWeb).Assembly.Location));
        string data = place.NewFolder();
        TimeSpan first = await ProgramAsync(place, program, data);
        await HelloAsync(place, hello);

        Pairs pairs = new();
        for (int round = 0; round < rounds; round++)
        {
            pairs.Add(await HelloAsync(place, hello), await ProgramAsync(place, program, data));
        }

        return
        [
            new("start with a seeded database, to the first page", $"hello-web: {Report.Seconds(pairs.Floor)}",
                Report.Seconds(pairs.Product), pairs, 4),
            new("the same as built, not compiled ahead", "–", await AsBuiltAsync(place, data, rounds), null, null),
            new("first start: database made and seeded, to the first page", "–",
                Report.Seconds(first.TotalSeconds), null, null),
        ];
    }

    /// <summary>The program as a city installs it.</summary>
    public static async Task<string> PublishProgramAsync(Workplace place) => Path.Combine(
        await PublishAsync(place, "src/SmeKpi.Web"),
        Path.GetFileNameWithoutExtension(place.Program) + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));

    private static async Task<string> PublishAsync(Workplace place, string project)
    {
        string folder = place.NewFolder();
        await Child.ToItsEndAsync(
            place, [0], "publish", project, "--configuration", "Release", "--output", folder,
            "-p:PublishReadyToRun=true");
        return folder;
    }

    private static async Task<string> AsBuiltAsync(Workplace place, string data, int rounds)
    {
        List<double> seconds = [];
        for (int round = 0; round < Math.Min(rounds, 3); round++)
        {
            seconds.Add((await ProgramAsync(place, place.Program, data)).TotalSeconds);
        }

        return Report.Seconds(Pairs.Median(seconds));
    }

    private static Task<TimeSpan> ProgramAsync(Workplace place, string program, string data)
    {
        string url = Child.FreeUrl();
        return Child.UntilFirstPageAsync(place, url, program, "serve", "--data", data, "--urls", url);
    }

    private static Task<TimeSpan> HelloAsync(Workplace place, string hello)
    {
        string url = Child.FreeUrl();
        return Child.UntilFirstPageAsync(place, url, hello, "--hello", url);
    }
}
