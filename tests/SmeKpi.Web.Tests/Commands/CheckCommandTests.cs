using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>`check` notices what was changed behind the program's back.</summary>
public sealed class CheckCommandTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Check_UntouchedDatabase_IsOk()
    {
        RunResult run = await Smekpi.RunAsync("check", "--data", await seeded.DemoAsync());

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("ok", run.Lines[^1]);
        Assert.Contains("audit: The audit chain holds: 3 entries, held against 0 anchors", run.Lines);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'seeded 1 files'", "audit: Entry 1 was changed.")]
    [InlineData("DELETE FROM audit", "audit: The end was cut off, from entry 1 on.")]
    [InlineData("UPDATE meta SET value = '7:x' WHERE key = 'audit-head'", "audit: The end was cut off, from entry 4 on.")]
    public Task Check_ChangedAuditTable_NamesTheFirstBrokenLink(string tampering, string said) =>
        AssertFoundAsync(tampering, said);

    [Fact]
    public async Task Check_CutOffWithTheNotedEndRewritten_IsFoundByTheFileOutside()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        new DatabaseFile(data).Execute("DELETE FROM audit; DELETE FROM meta WHERE key = 'audit-head'");

        RunResult run = await Smekpi.RunAsync("check", "--data", data);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("audit: The end was cut off, from entry 1 on.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loans.all.npl", "reading: M10.1 ruling 2025-06")]
    [InlineData("lpr.1y", "lpr-2019-08-2026-08.csv")]
    public Task Check_ChangedFigure_IsNamed(string indicator, string said) => AssertFoundAsync(
        $"""
        UPDATE observations SET amount_fen = amount_fen + 1, rate_millionths = rate_millionths + 1
        WHERE id = (SELECT o.id FROM observations o JOIN series s ON s.id = o.series_id
          WHERE indicator = '{indicator}' AND month = 202506 LIMIT 1)
        """,
        said);

    [Fact]
    public Task Check_ChangedReading_IsNamed() => AssertFoundAsync(
        """
        UPDATE readings SET payload_json = replace(payload_json, 'OnTrack', 'Achieved')
        WHERE kpi = 'M01.1' AND reading = 'ruling' AND month = 202506 AND region_code = '320900' AND bank_code = ''
        """,
        "reading: M01.1 ruling 2025-06 320900");

    [Fact]
    public Task Check_InventedReading_IsNamed() => AssertFoundAsync(
        """
        INSERT INTO readings (kpi, reading, month, region_code, bank_code, data_known_since_ticks, computed_ticks,
          policy_version, standing, payload_json)
        SELECT kpi, reading, month, region_code, 'D999', data_known_since_ticks, computed_ticks, policy_version, standing,
          replace(payload_json, '"D021"', '"D999"')
        FROM readings WHERE kpi = 'M10.1' AND reading = 'ruling' AND month = 202506 AND bank_code = 'D021' LIMIT 1
        """,
        "reading: M10.1 ruling 2025-06 320900 D999");

    [Fact]
    public Task Check_ChangedFile_IsNamed() => AssertFoundAsync(
        "UPDATE import_contents SET content = x'00' WHERE import_id = (SELECT id FROM imports WHERE file_name LIKE '%2025-06/D021.csv' LIMIT 1)",
        "D021.csv");

    private async Task AssertFoundAsync(string tampering, string said)
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyDemoAsync(folder);
        Assert.True(new DatabaseFile(data).Execute(tampering) >= 1);

        RunResult run = await Smekpi.RunAsync("check", "--data", data);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }
}
