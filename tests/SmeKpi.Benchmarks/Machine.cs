using System.Runtime.InteropServices;

namespace SmeKpi.Benchmarks;

internal static class Machine
{
    public static string Describe() =>
        $"{Environment.MachineName}, {Processor()}, {Environment.ProcessorCount} cores, "
        + $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, "
        + $"{RuntimeInformation.FrameworkDescription}";

    private static string Processor()
    {
        const string linux = "/proc/cpuinfo";
        string? model = File.Exists(linux)
            ? File.ReadLines(linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model?.Split(':')[^1].Trim() ?? "unknown processor";
    }
}
