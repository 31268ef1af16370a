using AngleSharp.Dom;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Tests.Access;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Safety;

/// <summary>Every hostile text in every field that people fill in, and in what is kept of it.</summary>
public sealed class FormInjectionTests(SeededDatabase seeded)
{
    [Fact]
    public async Task DoorForms_EveryTextInEveryField_DoesNoHarm()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        IssuedLink setUp = (await server.Get<LinkDesk>().IssueSetUpAsync())!;
        // From many addresses: how often one may knock is tested elsewhere.
        using Browser browser = server.Open(string.Empty);
        List<string> harm = await TryAsync(browser, setUp.Path);

        await server.JoinAsync("somebody");
        IssuedLink reset = (await server.Accounts.ResetAsync(
            (await server.Accounts.FindAsync("somebody"))!.Id, Actor.Program)).Link!;
        harm.AddRange(await TryAsync(browser, reset.Path));
        harm.AddRange(await TryAsync(server, "/signin"));

        Assert.Empty(harm);
    }

    [Fact]
    public async Task OwnForms_EveryTextInEveryField_DoesNoHarm()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("somebody");
        using Browser browser = server.Open();
        Assert.Equal("/account", (await browser.SignInAsync("somebody")).Location);

        List<string> harm =
        [
            .. await TryAsync(browser, "/account/tokens"),
            .. await TryAsync(browser, "/account/second-factor"),
            .. await TryAsync(browser, "/account/password"),
        ];

        Assert.Empty(harm);
    }

    /// <summary>What the administration's own page sends is words for the desk; what the desk keeps is shown to others.</summary>
    [Fact]
    public async Task KeptTexts_ShownToOthers_DoNoHarm()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("guard", Role.SecurityAdministrator);
        int kept = 0;
        foreach ((int at, Injection each) in Injections.All.Index())
        {
            AccountFacts facts = new(each.Text, Role.Analyst, null, [], each.Text);
            AccountOutcome outcome = await server.Accounts.InviteAsync($"person{at}", facts, Actor.Program);
            kept += outcome.Account is null ? 0 : 1;
            await server.Accounts.InviteAsync(each.Text, facts with { ExternalName = null }, Actor.Program);
            await server.Get<AuditLog>().RecordAsync(
                new AuditEvent(each.Text, null, null, AuditAction.SignIn, each.Text, AuditResult.Failed, each.Text));
        }

        Assert.InRange(kept, 100, Injections.All.Count);
        List<string> harm = [];
        foreach (Role role in new[] { Role.SecurityAdministrator, Role.AuditAdministrator })
        {
            using HttpClient client = await server.ClientAsync(role);
            foreach (string address in Shown(role))
            {
                using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
                harm.AddRange(new[] { InjectionTests.HarmIn(answer, body) }.OfType<string>().Select(found => $"{address}: {found}"));
            }
        }

        Assert.Empty(harm);
    }

    private static IEnumerable<string> Shown(Role role) => role == Role.AuditAdministrator
        ? ["/audit", "/audit?action=sign-in", "/audit?actor=%3D1%2B1", "/audit/export.csv", "/audit/export.jsonl"]
        : ["/admin/accounts", .. Enumerable.Range(2, 40).Select(id => $"/admin/accounts/{id}")];

    /// <summary>Each guess at the door from a browser of its own, as a program that guesses would come.</summary>
    private static async Task<List<string>> TryAsync(AccountServer server, string path)
    {
        List<string> harm = [];
        foreach (string field in new[] { "Name", "Password" })
        {
            foreach (Injection each in Injections.All)
            {
                using Browser browser = server.Open();
                Answer answer = await browser.SendAsync(path, ("Name", "nobody"), ("Password", "wrong"), (field, each.Text));
                harm.AddRange(Found(path, field, each, answer));
            }
        }

        return harm;
    }

    /// <summary>Fills each field of every form of a page in turn; the others stay as they were.</summary>
    private static async Task<List<string>> TryAsync(Browser browser, string path)
    {
        Answer page = await browser.GetAsync(path);
        List<string> harm = [];
        int fields = 0;
        foreach (IElement form in page.Page.QuerySelectorAll("main form[method=post]"))
        {
            Dictionary<string, string> usual = [];
            foreach (IElement input in form.QuerySelectorAll("input[name]:not([type=checkbox]):not([type=radio])"))
            {
                usual[input.GetAttribute("name")!] = input.GetAttribute("value") ?? string.Empty;
            }

            foreach (string field in usual.Keys.Where(name => !name.StartsWith('_')))
            {
                fields++;
                foreach (Injection each in Injections.All)
                {
                    Answer answer = await browser.PostAsync(path, new Dictionary<string, string>(usual) { [field] = each.Text });
                    harm.AddRange(Found(path, field, each, answer));
                }
            }
        }

        Assert.True(fields > 0, $"{path} has no field: {page.Status} {page.Location}");
        return harm;
    }

    private static IEnumerable<string> Found(string path, string field, Injection each, Answer answer) =>
        InjectionTests.HarmIn(answer) is { } found ? [$"{path} {field} '{each.Text}': {found}"] : [];
}
