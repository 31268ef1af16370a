using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>What is odd is stored and asked about.</summary>
public sealed class ImportQuestionTests(SeededDatabase seeded)
{
    private const string LastReturn = "demo-2026/returns/2026-03/D021.csv";

    [Fact]
    public async Task Import_ReturnWithoutACountyOfTheMonthBefore_IsStoredAndQuestioned()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyDemoAsync(folder);
        string[] rows =
        [
            .. File.ReadAllLines(Path.Combine(SeedData.Folder, LastReturn))
                .Where(line => !line.Contains(",320923,", StringComparison.Ordinal))
                .Select(line => line.Replace("2026-03,", "2026-04,", StringComparison.Ordinal)),
        ];
        string file = folder.Write("D021.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows)));

        RunResult run = await Smekpi.RunAsync("import", file, "--no-compute", "--data", data);

        Assert.True(run.ExitCode == 0, run.ToString());
        string question = Assert.Single(run.Lines, line => line.Contains("Q304", StringComparison.Ordinal));
        Assert.Contains("Found: D021 2026-04: 320923 –; expected: 320923 (2026-03)", question, StringComparison.Ordinal);
        Assert.Contains("accepted D021.csv", run.Output, StringComparison.Ordinal);
    }
}
