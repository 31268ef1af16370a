using System.Globalization;

namespace SmeKpi.Benchmarks;

/// <summary>A tidy return, checked and stored, against the bare INSERT of its rows.</summary>
/// <remarks>
/// The start of a process costs the same for one row as for many, and a server pays it once. So the product's time is
/// that of the whole return less that of a return of one row, taken in the same round; the full time is shown too.
/// </remarks>
internal static class TidyBenchmark
{
    public static async Task<IReadOnlyList<ReportRow>> RunAsync(Workplace place, int rounds)
    {
        string prepared = place.NewFolder();
        string files = place.NewFolder();
        string banks = Path.Combine(files, "banks.csv");
        TidyRows.WriteBankMaster(banks);
        await SmeKpiProgram.ImportAsync(place, prepared, banks);
        return
        [
            // Fewer rows take less time than the start of a process varies by.
            await MeasureAsync(place, prepared, files, 100_000, rounds),
            await MeasureAsync(place, prepared, files, 300_000, rounds),
        ];
    }

    private static async Task<ReportRow> MeasureAsync(
        Workplace place, string prepared, string files, int count, int rounds)
    {
        IReadOnlyList<TidyRow> rows = TidyRows.Take(count);
        string one = Path.Combine(files, "one.csv");
        string all = Path.Combine(files, $"{count}.csv");
        TidyRows.WriteReturn(one, rows.Take(1));
        TidyRows.WriteReturn(all, rows);

        string imported = place.CopyOf(prepared);
        await ImportAsync(place, imported, all, count);
        SqliteFloor insert = SqliteFloor.Of(place, imported);
        Pairs pairs = new();
        List<double> full = [];
        for (int round = 0; round < rounds; round++)
        {
            TimeSpan start = await SmeKpiProgram.ImportAsync(place, place.CopyOf(prepared), one);
            TimeSpan floor = insert.Insert();
            TimeSpan whole = await ImportAsync(place, place.CopyOf(prepared), all, count);
            pairs.Add(floor, whole - start);
            full.Add(whole.TotalSeconds);
        }

        return new ReportRow(
            string.Create(CultureInfo.InvariantCulture, $"tidy return of {count:#,0} rows, checked and stored"),
            $"INSERT: {Report.Seconds(pairs.Floor)}",
            $"{Report.Seconds(pairs.Product)}; with the start of the process {Report.Seconds(Pairs.Median(full))}",
            pairs, 2);
    }

    private static async Task<TimeSpan> ImportAsync(Workplace place, string data, string file, int expected)
    {
        TimeSpan taken = await SmeKpiProgram.ImportAsync(place, data, file);
        long stored = Database.CountObservations(data);
        return stored == expected
            ? taken
            : throw new InvalidOperationException($"{file}: {stored} of {expected} rows are stored.");
    }
}
