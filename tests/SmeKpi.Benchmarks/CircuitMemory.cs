namespace SmeKpi.Benchmarks;

internal static class CircuitMemory
{
    public static Task<IReadOnlyList<ReportRow>> RunAsync(string url, int process) => Task.FromResult<IReadOnlyList<ReportRow>>([]);
}
