using Microsoft.Extensions.Configuration;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

public sealed class OidcSettingsTests
{
    [Fact]
    public void From_NothingGiven_IsNoProvider()
    {
        (OidcSettings? settings, List<string> errors) = Read();

        Assert.Null(settings);
        Assert.Empty(errors);
    }

    [Fact]
    public void From_WholeProvider_IsRead()
    {
        (OidcSettings? settings, List<string> errors) = Read(
            ("oidc-authority", "https://id.example.org/realm/"), ("oidc-client-id", "c"), ("oidc-client-secret", "hidden"));

        Assert.Empty(errors);
        Assert.Equal("https://id.example.org/realm", settings!.Authority);
        Assert.Equal("id.example.org", settings.Method);
        Assert.Equal(["openid", "profile"], settings.Scopes);
        Assert.DoesNotContain("hidden", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://id.example.org", false)]
    [InlineData("id.example.org", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("https://user:word@id.example.org", false)]
    [InlineData("https://id.example.org?x=1", false)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost:8080", true)]
    public void From_Authority_IsEncryptedOrOnThisMachine(string authority, bool isFit)
    {
        (OidcSettings? settings, List<string> errors) = Read(
            ("oidc-authority", authority), ("oidc-client-id", "c"), ("oidc-client-secret", "s"));

        Assert.Equal(isFit, settings is not null);
        Assert.All(errors, error => Assert.StartsWith($"oidc-authority: '{authority}'; expected", error, StringComparison.Ordinal));
        Assert.Equal(isFit ? 0 : 1, errors.Count);
    }

    [Theory]
    [InlineData("oidc-authority")]
    [InlineData("oidc-client-id")]
    [InlineData("oidc-client-secret")]
    public void From_OneMissing_IsNamed(string missing)
    {
        (string, string)[] whole =
            [("oidc-authority", "https://id.example.org"), ("oidc-client-id", "c"), ("oidc-client-secret", "s")];

        (OidcSettings? settings, List<string> errors) = Read([.. whole.Where(pair => pair.Item1 != missing)]);

        Assert.Null(settings);
        Assert.StartsWith($"{missing}: missing", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void From_ScopesWithoutOpenId_AreRefused()
    {
        (_, List<string> errors) = Read(
            ("oidc-authority", "https://id.example.org"), ("oidc-client-id", "c"), ("oidc-client-secret", "s"),
            ("oidc-scopes", "profile"));

        Assert.StartsWith("oidc-scopes: 'profile'; expected", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WrongProvider_StopsAtStartAndNamesTheSetting()
    {
        using TemporaryFolder folder = new();
        await using Smekpi program = Smekpi.Start(
            ["serve", "--data", folder["new"]],
            environment: new Dictionary<string, string> { ["SMEKPI_OIDC_AUTHORITY"] = "http://id.example.org" });

        RunResult run = await program.EndAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("oidc-authority: 'http://id.example.org'; expected an https address", run.Errors, StringComparison.Ordinal);
        Assert.Contains("oidc-client-id: missing", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Fact]
    public async Task Serve_SecretAsOption_IsNoOption()
    {
        RunResult run = await Smekpi.RunAsync("serve", "--oidc-client-secret", "s");

        Assert.NotEqual(0, run.ExitCode);
    }

    private static (OidcSettings? Settings, List<string> Errors) Read(params (string Key, string Value)[] given)
    {
        List<string> errors = [];
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        return (OidcSettings.From(configuration, errors), errors);
    }
}
