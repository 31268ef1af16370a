using System.CommandLine;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi account`: the way back in for whoever stands at the machine.</summary>
internal static class AccountCommand
{
    private static readonly Argument<string> s_name = new("name") { Description = "Name of the account" };

    public static Command Create()
    {
        Command list = new("list", "Print the accounts");
        list.SetAction((result, token) => DataHost.RunAsync(result, services => ListAsync(services, token), token));
        Command reset = new("reset", "Print a link that works once, for a new password and second factor") { s_name };
        reset.SetAction((result, token) => DataHost.RunAsync(
            result, services => ResetAsync(services, result.GetRequiredValue(s_name), token), token));
        return new Command("account", "Accounts, at the machine") { list, reset };
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (Account account in await services.GetRequiredService<AccountDesk>().ListAsync(cancellationToken))
        {
            Console.WriteLine(string.Join('\t', account.Name, RoleNames.Of(account.Facts.Role), account.Facts.Bank ?? "-",
                StateOf(account), account.HasSecondFactor ? "second-factor" : "-"));
        }

        return CommandLine.Accepted;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        AccountDesk desk = services.GetRequiredService<AccountDesk>();
        if (await desk.FindAsync(name, cancellationToken) is not { } account)
        {
            await Console.Error.WriteLineAsync($"account reset: there is no account '{name}'; 'account list' names them");
            return CommandLine.Failed;
        }

        if (account.IsDisabled)
        {
            await Console.Error.WriteLineAsync($"account reset: '{name}' is disabled; a security administrator enables it");
            return CommandLine.Failed;
        }

        AccountOutcome outcome = await desk.ResetAsync(account.Id, Actor.Program, cancellationToken);
        Console.WriteLine(SetUpLink.WholeAddress(services.GetRequiredService<Settings>(), outcome.Link!));
        return CommandLine.Accepted;
    }

    private static string StateOf(Account account) =>
        account.IsDisabled ? "disabled" : account.HasPassword ? "enabled" : "invited";
}
