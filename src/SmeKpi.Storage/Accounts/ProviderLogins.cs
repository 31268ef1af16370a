using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>Somebody for whom the city's identity provider vouches.</summary>
/// <param name="Provider">Who vouches: its address.</param>
/// <param name="Subject">The provider's own, lasting key of the person.</param>
/// <param name="Name">The name at the provider, which may change hands; null when it gave none.</param>
public sealed record ProviderPerson(string Provider, string Subject, string? Name);

/// <summary>Why a person of the provider has no account here; told to the audit chain, not to whoever tries.</summary>
public enum ProviderRefusal
{
    /// <summary>Nobody here is known by that key or name.</summary>
    Unknown,

    /// <summary>The name is of an account that is tied to another person of the provider.</summary>
    NameOfAnother,
    Disabled,
}

/// <summary>The account of a person, or why there is none.</summary>
public sealed record ProviderAnswer(Account? Account, ProviderRefusal? Refusal);

/// <summary>Knows which account a person of the identity provider has here.</summary>
public sealed class ProviderLogins(IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Finds the account by the provider's key; the first time by the name that an administrator wrote down for it, and
    /// then ties the key to the account, so that the name may change or be given to somebody else.
    /// </summary>
    public Task<ProviderAnswer> FindAsync(
        ProviderPerson person, string? address, CancellationToken cancellationToken = default) =>
        AccountAct.RunAsync(contexts, audit, clock, act => FindAsync(act, person, address), cancellationToken);

    private static async Task<ProviderAnswer> FindAsync(AccountAct act, ProviderPerson person, string? address)
    {
        string provider = Fitting(person.Provider);
        string key = Fitting(person.Subject);
        DbSet<IdentityUserLogin<long>> logins = act.Context.Set<IdentityUserLogin<long>>();
        IdentityUserLogin<long>? login = await logins.SingleOrDefaultAsync(
            row => row.LoginProvider == provider && row.ProviderKey == key, act.Token);

        // A database that takes capitals for small letters must not take one person for another.
        if (login is not null && login.ProviderKey == key)
        {
            return AnswerOf((await act.FindAsync(login.UserId))!);
        }

        AccountRow? named = string.IsNullOrWhiteSpace(person.Name) ? null : await act.Context.Accounts
            .SingleOrDefaultAsync(row => row.ExternalName == person.Name, act.Token);
        if (named is null || named.ExternalName != person.Name || login is not null)
        {
            return new ProviderAnswer(null, ProviderRefusal.Unknown);
        }

        if (await logins.AnyAsync(row => row.UserId == named.Id && row.LoginProvider == provider, act.Token))
        {
            return new ProviderAnswer(null, ProviderRefusal.NameOfAnother);
        }

        ProviderAnswer answer = AnswerOf(named);
        if (answer.Account is { } account)
        {
            logins.Add(new IdentityUserLogin<long>
            {
                LoginProvider = provider, ProviderKey = key, ProviderDisplayName = person.Name, UserId = named.Id,
            });
            await act.CommitAsync(account.ToActor(address).Did(
                AuditAction.Account, account.Name, $"tied to {person.Name} of {provider}"));
        }

        return answer;
    }

    private static ProviderAnswer AnswerOf(AccountRow row) => row.IsDisabled
        ? new ProviderAnswer(null, ProviderRefusal.Disabled)
        : new ProviderAnswer(Account.Of(row), null);

    // A key longer than the column is kept as its fingerprint; cut off, two could look the same.
    private static string Fitting(string text) => text.Length <= Lengths.Name
        ? text
        : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
