using System.Globalization;

namespace SmeKpi.Benchmarks;

/// <summary>Everything that is shipped, imported into an empty database by one command.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] s_kinds = [".xls", ".xlsx", ".htm", ".html", ".csv"];

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

    /// <summary>The bank master first, because returns name banks; then by path.</summary>
    private static string[] Files(Workplace place)
    {
        string seed = Path.Combine(place.Root, "seed-data");
        string banks = Path.Combine(seed, "banks.csv");
        string statistics = Path.Combine(seed, "statistics");
        IEnumerable<string> published = Directory.Exists(statistics)
            ? Directory.EnumerateFiles(statistics, "*", SearchOption.AllDirectories)
                .Where(file => s_kinds.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal)
            : [];
        return [.. new[] { banks }.Where(File.Exists), .. published];
    }
}
