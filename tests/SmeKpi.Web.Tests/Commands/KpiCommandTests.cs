using System.Text.Json;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>What `kpi` prints is for programs: the same everywhere, exact, and honest about what it does not know.</summary>
public sealed class KpiCommandTests(SeededDatabase seeded)
{
    private const string CsvHeader =
        "id,reading,month,region,bank,standing,actual,actual_unit,target,target_unit,gap,pace,seasonal_pace,"
        + "required_run_rate,required_increment,binding_target,expected,received,origin,as_of,synthetic";

    [Theory]
    [InlineData("zh_CN.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("ar_SA.UTF-8")]
    public async Task Json_AnyCulture_IsTheSameAndExact(string locale)
    {
        string[] arguments = ["--month", "2025-06", "--format", "json"];
        RunResult here = await KpiAsync(null, arguments);

        RunResult there = await KpiAsync(locale, arguments);

        Assert.Equal(here.Output, there.Output);
        Assert.Equal(5, there.Lines.Count);
        Assert.All(there.Lines, line => Assert.EndsWith("\"synthetic\":true}", line, StringComparison.Ordinal));
        JsonElement growth = Parse(there.Lines[1]);
        Assert.Equal("M01.2", growth.GetProperty("id").GetString());
        decimal actual = Number(growth, "actual");
        Assert.NotEqual(decimal.Round(actual, 6), actual);
        Assert.Equal(actual - Number(growth, "target"), Number(growth, "gap"));
    }

    [Fact]
    public async Task Csv_OneMonth_HasHeaderAndOneLineForEachTarget()
    {
        RunResult run = await KpiAsync("de_DE.UTF-8", "--month", "2025-06", "--format", "csv");

        string[] lines = run.Output.Split("\r\n");
        Assert.Equal(CsvHeader, lines[0]);
        Assert.StartsWith("M01.1,ruling,2025-06,320900,,on-track,134253000000,yuan,", lines[1], StringComparison.Ordinal);
        Assert.Equal(["M01.1", "M01.2", "M01.3", "M08.1", "M10.1", ""], lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task BankAll_ReadingAll_PrintsTheCityAndThenEveryOpenBank()
    {
        RunResult run = await KpiAsync(
            null, "M10.1", "--month", "2025-06", "--bank", "all", "--reading", "all", "--format", "json");

        List<string?> banks = [.. run.Lines.Select(line => Parse(line).GetProperty("bank").GetString())];
        Assert.Null(banks[0]);
        Assert.Equal(38, banks.Skip(1).Distinct().Count());
        Assert.Equal(39, banks.Count);
        Assert.Equal(banks.Skip(1).Order(StringComparer.Ordinal), banks.Skip(1));
    }

    [Fact]
    public async Task Region_County_IsNotJudgedByWhatBindsTheCity()
    {
        RunResult run = await KpiAsync(null, "--month", "2025-06..2025-07", "--region", "320902", "--format", "json");

        List<JsonElement> readings = [.. run.Lines.Select(Parse)];
        Assert.Equal(10, readings.Count);
        Assert.All(readings, reading => Assert.Equal("320902", reading.GetProperty("region").GetString()));
        JsonElement increment = readings.First(reading => reading.GetProperty("id").GetString() == "M01.1");
        Assert.Equal("no-target", increment.GetProperty("standing").GetString());
        Assert.Equal(JsonValueKind.Null, increment.GetProperty("target").ValueKind);
    }

    [Theory]
    [InlineData("D021")]
    [InlineData(null)]
    public async Task AsOf_BeforeAndAfterTheCorrection_Differ(string? bank)
    {
        string[] subject = bank is null ? [] : ["--bank", bank];
        string[] question = ["M01.3", "--month", "2025-06", "--format", "json", .. subject];

        decimal before = Number(Parse((await KpiAsync(null, [.. question, "--as-of", "2025-08-05T16:19:59+08:00"])).Lines[0]), "actual");
        decimal after = Number(Parse((await KpiAsync(null, [.. question, "--as-of", "2025-08-05T16:20:00+08:00"])).Lines[0]), "actual");
        decimal now = Number(Parse((await KpiAsync(null, question)).Lines[0]), "actual");

        Assert.NotEqual(before, after);
        Assert.Equal(after, now);
    }

    [Fact]
    public async Task AsOf_ADate_IsTheEndOfThatDayInShanghai()
    {
        RunResult run = await KpiAsync(null, "M01.3", "--month", "2025-06", "--format", "json", "--as-of", "2025-08-05");

        Assert.Equal("2025-08-05T23:59:59.9999999+08:00", Parse(run.Lines[0]).GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Month_OfYearWithoutTarget_ShowsValuesWithoutLight()
    {
        RunResult run = await KpiAsync(null, "--month", "2026-01", "--format", "json");

        Dictionary<string, JsonElement> readings =
            run.Lines.Select(Parse).ToDictionary(reading => reading.GetProperty("id").GetString()!);
        Assert.All(
            ["M01.1", "M01.2", "M01.3", "M08.1"],
            id => Assert.Equal("no-target", readings[id].GetProperty("standing").GetString()));
        Assert.All(readings.Values, reading => Assert.Equal(JsonValueKind.Object, reading.GetProperty("actual").ValueKind));
        Assert.Equal("achieved", readings["M10.1"].GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Month_InTheFuture_PrintsNothing()
    {
        RunResult run = await KpiAsync(null, "--month", "2099-01", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--month: '2025-13'; expected yyyy-MM", "--month", "2025-13")]
    [InlineData("--month: '2025-06..2025-01'; expected yyyy-MM", "--month", "2025-06..2025-01")]
    [InlineData("id: 'M99.9'; expected one of M01.1", "M99.9")]
    [InlineData("--bank: 'D999' is not known", "--bank", "D999")]
    [InlineData("--region: '110000' is not known", "--region", "110000")]
    [InlineData("--as-of: 'yesterday'; expected a date", "--as-of", "yesterday")]
    [InlineData("--reading: 'rulling'; expected all or one of ruling", "--reading", "rulling")]
    [InlineData("--reading: 'plain'; expected all or one of ruling", "M01.3", "--reading", "plain")]
    [InlineData("Unrecognized command or argument 'D021'", "--banc", "D021")]
    public async Task Options_Wrong_AreNamed(string message, params string[] arguments)
    {
        RunResult run = await KpiAsync(null, arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static decimal Number(JsonElement reading, string name) => decimal.Parse(
        reading.GetProperty(name).GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<RunResult> KpiAsync(string? locale, params string[] arguments) =>
        await Smekpi.RunInAsync(locale, ["kpi", .. arguments, "--data", await seeded.DemoAsync()]);
}
