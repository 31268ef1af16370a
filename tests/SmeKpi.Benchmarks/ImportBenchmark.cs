using System.Globalization;

namespace SmeKpi.Benchmarks;

/// <summary>Everything that is shipped, imported into an empty database by one command.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] s_kinds = [".xls", ".xlsx", ".htm", ".html", ".csv"];

    private static readonly string[] s_folders =
        ["statistics/pboc", "statistics/lpr", "statistics/tsf", "demo", "demo-2026"];

    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds)
    {
        string[] files = Files(place);
        if (files.Length == 0)
        {
            throw new InvalidOperationException($"Nothing to import below {place.Root}/seed-data.");
        }

        List<double> seconds = [];
        long rows = 0;
        for (int round = 0; round < Math.Min(rounds, 3); round++)
        {
            string data = place.NewFolder();
            TimeSpan taken = await SmeKpiProgram.ImportAsync(place, data, files);
            rows = Database.CountObservations(data);
            seconds.Add(taken.TotalSeconds);
            Console.Error.WriteLine($"   {Report.Seconds(taken.TotalSeconds)}, {rows} rows");
        }

        double median = Pairs.Median(seconds);
        string speed = string.Create(
            CultureInfo.InvariantCulture, $"{rows:#,0} observations, {rows / median:#,0} a second");
        string measured = $"{Report.Seconds(median)}, {speed}";
        return [new($"import of the {files.Length} shipped files into an empty database", "–", measured, null, null)];
    }

    /// <summary>The workbooks and tables that are published, then every file of the demonstration city.</summary>
    private static string[] Files(Workplace place) =>
    [
        .. s_folders.SelectMany(folder => Directory
            .EnumerateFiles(Path.Combine(place.Root, "seed-data", folder), "*", SearchOption.AllDirectories)
            .Where(file => s_kinds.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)),
    ];
}
