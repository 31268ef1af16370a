using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Accounts;

public sealed class ProviderLoginsTests
{
    private static readonly ProviderPerson s_li = new("https://id.example.org", "key-1", "li@city");

    [Theory, EveryDatabase]
    public async Task Find_FirstTime_TiesThePersonToTheNamedAccount(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        ProviderLogins logins = await LoginsAsync(bench);

        ProviderAnswer first = await logins.FindAsync(s_li, "127.0.0.1");
        ProviderAnswer renamed = await logins.FindAsync(s_li with { Name = "li.new@city" }, "127.0.0.1");

        Assert.Equal("li", first.Account!.Name);
        Assert.Equal("li", renamed.Account!.Name);
        AuditRow entry = Assert.Single(await bench.AuditAsync(), row => row.Actor == "li");
        Assert.Equal(("account", "li", "tied to li@city of https://id.example.org"), (entry.Action, entry.Target, entry.Detail));
    }

    [Theory, EveryDatabase]
    public async Task Find_NameGivenToAnotherPerson_IsRefused(Provider provider)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(provider);
        ProviderLogins logins = await LoginsAsync(bench);
        await logins.FindAsync(s_li, null);

        Assert.Equal(ProviderRefusal.NameOfAnother, (await logins.FindAsync(s_li with { Subject = "key-2" }, null)).Refusal);
    }

    [Theory]
    [InlineData("key-9", "nobody@city")]
    [InlineData("key-9", "LI@city")]
    [InlineData("key-9", "li")]
    [InlineData("key-9", "")]
    [InlineData("key-9", null)]
    public async Task Find_PersonWithoutAccount_IsUnknown(string subject, string? name)
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        ProviderLogins logins = await LoginsAsync(bench);

        ProviderAnswer answer = await logins.FindAsync(new ProviderPerson(s_li.Provider, subject, name), null);

        Assert.Equal(ProviderRefusal.Unknown, answer.Refusal);
    }

    [Fact]
    public async Task Find_SameKeyAtAnotherProvider_IsAnotherPerson()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        ProviderLogins logins = await LoginsAsync(bench);
        await logins.FindAsync(s_li, null);

        ProviderAnswer answer = await logins.FindAsync(s_li with { Provider = "https://elsewhere.example.org", Name = null }, null);

        Assert.Equal(ProviderRefusal.Unknown, answer.Refusal);
    }

    [Fact]
    public async Task Find_DisabledAccount_IsRefusedAndNotTied()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        ProviderLogins logins = await LoginsAsync(bench);
        await bench.Accounts.DisableAsync((await bench.Accounts.FindAsync("li"))!.Id, AccountBench.Administrator);

        Assert.Equal(ProviderRefusal.Disabled, (await logins.FindAsync(s_li, null)).Refusal);
        Assert.DoesNotContain(await bench.AuditAsync(), row => row.Actor == "li");
    }

    [Fact]
    public async Task Find_VeryLongKeys_AreToldApartByTheirEnd()
    {
        await using AccountBench bench = await AccountBench.CreateAsync(Provider.Sqlite);
        ProviderLogins logins = await LoginsAsync(bench);
        string beginning = new('k', 250);
        await logins.FindAsync(s_li with { Subject = beginning + "1" }, null);

        Assert.NotNull((await logins.FindAsync(s_li with { Subject = beginning + "1", Name = null }, null)).Account);
        Assert.Null((await logins.FindAsync(s_li with { Subject = beginning + "2", Name = null }, null)).Account);
    }

    private static async Task<ProviderLogins> LoginsAsync(AccountBench bench)
    {
        AccountOutcome outcome = await bench.Accounts.InviteAsync(
            "li", AccountBench.Facts(Role.Analyst) with { ExternalName = "li@city" }, AccountBench.Administrator);
        Assert.True(outcome.IsDone);
        return new ProviderLogins(bench.Database, bench.Audit, bench.Clock);
    }
}
