using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Commands;

/// <summary>A demonstration never leaves the machine, and wrong settings are told all at once.</summary>
public sealed class ServeCommandTests(SeededDatabase seeded)
{
    [Theory]
    [InlineData("http://0.0.0.0:5099")]
    [InlineData("http://*:5099")]
    [InlineData("http://127.0.0.1:5098;http://[::]:5099")]
    public async Task Serve_DemonstrationOnOpenAddress_IsRefused(string urls)
    {
        RunResult run = await Smekpi.RunAsync("serve", "--urls", urls, "--data", await seeded.DemoAsync());

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains($"urls: '{urls.Split(';')[^1]}'; a demonstration is served on this machine only", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_NewDatabaseOnOpenAddress_IsRefusedBeforeSeeding()
    {
        using TemporaryFolder folder = new();

        RunResult run = await Smekpi.RunAsync("serve", "--urls", "http://0.0.0.0:5099", "--data", folder["new"]);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("seeding", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(new DatabaseFile(folder["new"]).Path));
    }

    [Fact]
    public async Task Settings_SeveralWrong_AreAllListed()
    {
        using TemporaryFolder folder = new();

        RunResult run = await Smekpi.RunAsync(
            "serve", "--database", "oracle", "--urls", "nonsense;also-wrong", "--data", folder["new"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("database: 'oracle'; expected sqlite or sqlserver", run.Errors, StringComparison.Ordinal);
        Assert.Contains("urls: 'nonsense'; expected an address", run.Errors, StringComparison.Ordinal);
        Assert.Contains("urls: 'also-wrong'; expected an address", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Fact]
    public async Task Settings_SqlServerWithoutConnection_IsNamed()
    {
        RunResult run = await Smekpi.RunAsync("check", "--database", "sqlserver");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("connection: missing", run.Errors, StringComparison.Ordinal);
    }
}
