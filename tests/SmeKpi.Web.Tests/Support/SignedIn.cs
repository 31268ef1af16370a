using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Tests.Support;

/// <summary>Opens a program that is no demonstration as somebody with an account.</summary>
internal static class SignedIn
{
    /// <summary>A browser with a session that was confirmed by a one-time code.</summary>
    public static async Task<HttpClient> ClientAsync(WebApplicationFactory<Program> site, Role role = Role.Analyst)
    {
        HttpClient client = site.CreateClient();
        AccountDesk accounts = site.Services.GetRequiredService<AccountDesk>();
        string name = RoleNames.Of(role);
        Account account = await accounts.FindAsync(name)
            ?? (await accounts.InviteAsync(name, new AccountFacts(name, role, null, []), Actor.Program)).Account!;
        SignInAnswer answer = await site.Services.GetRequiredService<SignInDesk>()
            .EnterAsync(account.Id, "test", confirmed: true, null);
        client.DefaultRequestHeaders.Add("Cookie", $"smekpi-session={answer.Session!.Key}");
        return client;
    }
}
