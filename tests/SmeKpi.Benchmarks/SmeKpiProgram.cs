namespace SmeKpi.Benchmarks;

/// <summary>The product's commands, as a user would type them.</summary>
internal static class SmeKpiProgram
{
    private const int Accepted = 0;

    /// <summary>Checked and stored, but a person must still explain or sign.</summary>
    private const int Waits = 3;

    public static Task<TimeSpan> ImportAsync(Workplace place, string data, params string[] files) =>
        Child.ToItsEndAsync(
            place, [Accepted, Waits], [place.Program, "import", .. files, "--data", data, "--no-seed", "--no-compute"]);
}
