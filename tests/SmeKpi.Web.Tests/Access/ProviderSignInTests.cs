using System.Net;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Sign-in through the city's identity provider, over the whole way.</summary>
public sealed partial class ProviderSignInTests(ProviderSite site, SeededDatabase seeded) : IClassFixture<ProviderSite>
{
    [Fact]
    public void Start_ProviderSet_AsksItNothing() => Assert.Equal(0, site.DescriptionsAtStart);

    [Fact]
    public async Task SignIn_KnownPerson_OpensASession()
    {
        await site.InviteAsync("happy", "happy@city");

        Arrival arrival = await site.SignInAsync(new Say("sub-happy", "happy@city"), back: "/measures");

        Assert.Equal((HttpStatusCode.OK, "/measures"), (arrival.Status, arrival.Address));
        Assert.True(arrival.HasSession);
        object?[] session = Assert.Single(Sessions("happy"));
        Assert.Equal([new Uri(site.Provider.Authority).Authority, 0L], session);
        Assert.Equal(
            ["tied to happy@city of " + site.Provider.Authority, "vouched for by the provider, amr pwd, second factor not given",
                "method " + new Uri(site.Provider.Authority).Authority],
            AuditOf("happy"));
    }

    [Fact]
    public async Task SignIn_PersonRenamedAtTheProvider_IsStillFound()
    {
        await site.InviteAsync("renamed", "before@city");
        await site.SignInAsync(new Say("sub-renamed", "before@city"));

        Arrival arrival = await site.SignInAsync(new Say("sub-renamed", "after@city"));

        Assert.True(arrival.HasSession);
        Assert.Equal(2, Sessions("renamed").Count);
    }

    [Theory]
    [InlineData("mfa", 1)]
    [InlineData("otp", 1)]
    [InlineData("hwk", 1)]
    [InlineData("pwd", 0)]
    [InlineData("sms", 0)]
    public async Task SignIn_WayOfProof_DecidesOnTheSecondFactor(string amr, long expected)
    {
        await site.InviteAsync($"amr.{amr}", $"{amr}@city");

        await site.SignInAsync(new Say($"sub-{amr}", $"{amr}@city") { Amr = ["pwd", amr] });

        Assert.Equal(expected, Assert.Single(Sessions($"amr.{amr}"))[1]);
        Assert.Contains(AuditOf($"amr.{amr}"), detail => detail == $"vouched for by the provider, amr pwd {amr}, second factor "
            + (expected == 1 ? "counts as given" : "not given"));
    }

    [Fact]
    public async Task SignIn_OwnSecondFactorSetUp_AsksForItUnlessTheProviderDid()
    {
        Account account = await site.InviteAsync("has-otp", "otp-owner@city");
        site.Database.Execute($"UPDATE accounts SET otp_secret_protected = 'x' WHERE id = {account.Id}");

        Arrival half = await site.SignInAsync(new Say("sub-otp-owner", "otp-owner@city"), back: "/measures");
        Assert.Equal((false, true), (half.HasSession, half.IsHalfWay));
        Assert.Contains("url=/signin/code?back=%2Fmeasures", half.Body, StringComparison.Ordinal);
        Assert.Empty(Sessions("has-otp"));

        Arrival whole = await site.SignInAsync(new Say("sub-otp-owner", "otp-owner@city") { Amr = ["mfa"] });
        Assert.Equal((true, false), (whole.HasSession, whole.IsHalfWay));
    }

    [Fact]
    public async Task SignIn_RoleThatRequiresTheSecondFactor_IsLedToSetItUp()
    {
        await site.InviteAsync("keeper", "keeper@city", Role.AuditAdministrator);

        Arrival arrival = await site.SignInAsync(new Say("sub-keeper", "keeper@city"));

        Assert.Equal("/account/second-factor", arrival.Address);
    }

    public static TheoryData<string> Faults => ["state", "nonce", "expired", "audience", "issuer", "key", "unsigned", "error"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task SignIn_AnswerThatDoesNotHold_IsRefusedWithoutALeak(string fault)
    {
        await site.InviteAsync($"fault.{fault}", $"{fault}-fault@city");
        Say right = new($"sub-fault-{fault}", $"{fault}-fault@city");
        int before = Sessions($"fault.{fault}").Count;

        Arrival arrival = await site.SignInAsync(fault switch
        {
            "state" => right with { State = "CfDJ8forged" },
            "nonce" => right with { Nonce = "another" },
            "expired" => right with { Life = TimeSpan.FromMinutes(-10) },
            "audience" => right with { Audience = "another-client" },
            "issuer" => right with { Issuer = "https://elsewhere.example.org" },
            "key" => right with { IsForged = true },
            "unsigned" => right with { IsUnsigned = true },
            _ => right with { Error = "access_denied" },
        });

        AssertRefused(arrival);
        Assert.Equal(before, Sessions($"fault.{fault}").Count);
        Assert.True((await site.SignInAsync(right)).HasSession);
    }

    [Fact]
    public async Task SignIn_UnknownPerson_IsRefusedAndRecorded()
    {
        AssertRefused(await site.SignInAsync(new Say("sub-stranger", "stranger@city")));

        Assert.Equal(["Unknown"], AuditOf("stranger@city"));
    }

    [Fact]
    public async Task SignIn_DisabledAccount_IsRefusedLikeAnUnknownOne()
    {
        Account account = await site.InviteAsync("gone", "gone@city");
        await site.SignInAsync(new Say("sub-gone", "gone@city"));
        await site.DisableAsync(account);

        Arrival known = await site.SignInAsync(new Say("sub-gone", "gone@city"));
        Arrival unknown = await site.SignInAsync(new Say("sub-other", "other@city"));

        AssertRefused(known);
        Assert.Equal(Varying().Replace(unknown.Body, ""), Varying().Replace(known.Body, ""));
        Assert.Equal(["Disabled"], AuditOf("gone@city"));
    }

    [Fact]
    public async Task SignIn_NameGivenToAnotherPerson_IsRefused()
    {
        await site.InviteAsync("heir", "heir@city");
        await site.SignInAsync(new Say("sub-first", "heir@city"));

        AssertRefused(await site.SignInAsync(new Say("sub-second", "heir@city")));
        Assert.Equal(["NameOfAnother"], AuditOf("heir@city"));
    }

    [Fact]
    public async Task SignIn_ProviderHangsUp_SaysSoInWords()
    {
        Arrival arrival = await site.SignInAsync(new Say("sub-any", "any@city") { HangsUp = true });

        Assert.Equal((HttpStatusCode.OK, "/signin?provider=down"), (arrival.Status, arrival.Address));
        AssertTellsNothing(arrival);
    }

    [Fact]
    public async Task SignIn_ProviderDown_StartsAndSaysSoInWords()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string nobody;
        await using (TestProvider gone = await TestProvider.StartAsync())
        {
            nobody = gone.Authority;
        }

        (Smekpi program, string address) = await ProviderSite.StartAsync(data, nobody);
        await using (program)
        {
            Arrival arrival = await new Wanderer(address).GoAsync($"{address}/signin/provider");

            Assert.Equal((HttpStatusCode.OK, "/signin?provider=down"), (arrival.Status, arrival.Address));
            AssertTellsNothing(arrival);
            Assert.DoesNotContain(TestProvider.ClientSecret, (await program.KillAsync()).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task SignIn_BackToAnotherSite_StaysHere(string back)
    {
        string name = $"back-{Guid.NewGuid():N}";
        await site.InviteAsync(name, name);

        Arrival arrival = await site.SignInAsync(new Say($"sub-{name}", name), back);

        Assert.Equal("/account", arrival.Address);
    }

    [Fact]
    public async Task SignOut_SessionOfTheProvider_EndsHereAndLeadsThere()
    {
        await site.InviteAsync("leaves", "leaves@city");
        site.Provider.Next = new Say("sub-leaves", "leaves@city");
        Wanderer browser = new(site.Address);
        Arrival arrived = await browser.GoAsync($"{site.Address}/signin/provider?back=%2Faccount");

        Arrival left = await browser.PostAsync("/signout", new()
        {
            ["__RequestVerificationToken"] = Forgery().Match(arrived.Body).Groups[1].Value,
        });

        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.False(left.HasSession);
        Assert.Contains(
            $"url={site.Provider.Authority}/end?client_id=smekpi&post_logout_redirect_uri=", left.Body, StringComparison.Ordinal);
        Assert.Equal("signed-out", site.Database.Rows(
            "SELECT end_reason FROM sessions JOIN accounts a ON a.id = account_id WHERE user_name = 'leaves'")[0][0]);
    }

    [Fact]
    public async Task Page_OfSigningIn_OffersTheProviderByName()
    {
        Arrival page = await new Wanderer(site.Address).GoAsync($"{site.Address}/signin?back=%2Fmeasures");

        Assert.Contains("City Hall", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/signin/provider?back=%2Fmeasures\"", page.Body, StringComparison.Ordinal);
    }

    private void AssertRefused(Arrival arrival)
    {
        Assert.Equal((HttpStatusCode.OK, "/signin?provider=refused"), (arrival.Status, arrival.Address));
        Assert.Equal((false, false), (arrival.HasSession, arrival.IsHalfWay));
        Assert.Contains("登录未成功", arrival.Body, StringComparison.Ordinal);
        AssertTellsNothing(arrival);
    }

    private void AssertTellsNothing(Arrival arrival)
    {
        foreach (string? secret in (string?[])
            ["Exception", "IDX", TestProvider.ClientSecret, site.Provider.Handed, "error_description", "   at "])
        {
            Assert.DoesNotContain(secret ?? "Exception", arrival.Body, StringComparison.Ordinal);
        }
    }

    private IReadOnlyList<object?[]> Sessions(string name) => site.Database.Rows(
        $"SELECT method, has_second_factor FROM sessions JOIN accounts a ON a.id = account_id WHERE user_name = '{name}'");

    private IEnumerable<string?> AuditOf(string actor) =>
        site.Database.Rows($"SELECT detail FROM audit WHERE actor = '{actor}' ORDER BY number").Select(row => (string?)row[0]);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forgery();

    [GeneratedRegex("value=\"CfDJ8[^\"]+\"|<!--Blazor-Server-Component-State:[^>]*-->")]
    private static partial Regex Varying();
}
