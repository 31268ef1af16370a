using Microsoft.AspNetCore.Identity;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Access.Passwords;

/// <summary>Judges and hashes new passwords.</summary>
internal sealed class PasswordDesk(
    PasswordProfile profile,
    IPasswordHasher<AccountRow> hasher,
    OwnAccountDesk own,
    MasterDataReader masters)
{
    public const string ContextFile = "context-words.txt";

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512.</summary>
    /// <remarks>Source: OWASP Password Storage Cheat Sheet, PBKDF2 (2023): 210,000; Identity's own default is 100,000.</remarks>
    public const int Iterations = 210_000;

    /// <summary>Shorter names would bar words that only happen to hold them.</summary>
    private const int ShortestContextWord = 2;

    private static readonly string s_folder = Path.Combine(Law.SeedData, "access");
    private static readonly Lazy<CommonPasswords> s_common = new(() => CommonPasswords.Load(s_folder));
    private static readonly Lazy<IReadOnlyList<string>> s_context = new(LoadContext);

    public PasswordProfile Profile => profile;

    /// <summary>The list as it is shipped.</summary>
    public static CommonPasswords Common => s_common.Value;

    public static IReadOnlyList<string> ContextWords => s_context.Value;

    /// <param name="name">The account's name.</param>
    /// <param name="account">Null for an account that is not made yet.</param>
    /// <returns>Everything that is wrong with it; empty when it is fit.</returns>
    public async Task<IReadOnlyList<PasswordFault>> FaultsAsync(
        string password, string repeated, string name, long? account, CancellationToken cancellationToken)
    {
        string normal = PasswordText.Normalise(password);
        List<PasswordFault> faults = [.. Faults(normal, profile)];
        if (normal != PasswordText.Normalise(repeated))
        {
            faults.Add(PasswordFault.Differs);
        }

        if (profile.BarsCommon && Holds(normal, [name, .. ContextWords, .. await BankNamesAsync(cancellationToken)]))
        {
            faults.Add(PasswordFault.HoldsContextWord);
        }

        // The costly look at older hashes only for what would be taken otherwise.
        if (faults.Count == 0 && account is { } id && profile.Barred > 0
            && (await own.PastHashesAsync(id, profile.Barred, cancellationToken)).Any(hash => IsRight(hash, normal)))
        {
            faults.Add(PasswordFault.UsedBefore);
        }

        return faults;
    }

    public string Hash(string password) => hasher.HashPassword(null!, PasswordText.Normalise(password));

    /// <summary>What holds of a password by itself.</summary>
    internal static IEnumerable<PasswordFault> Faults(string normal, PasswordProfile profile)
    {
        int length = PasswordText.LengthOf(normal);
        if (length < profile.Shortest)
        {
            yield return PasswordFault.TooShort;
        }

        if (length > PasswordProfile.Longest)
        {
            yield return PasswordFault.TooLong;
            yield break;
        }

        if (PasswordText.ClassesOf(normal) < profile.Classes)
        {
            yield return PasswordFault.TooFewClasses;
        }

        if (profile.BarsCommon && Common.Bars(normal))
        {
            yield return PasswordFault.Common;
        }
    }

    internal static bool Holds(string normal, IEnumerable<string> words)
    {
        string plain = PasswordText.Plain(normal);
        string folded = PasswordText.Folded(normal);
        return words.Select(PasswordText.Plain).Where(word => word.Length >= ShortestContextWord).Any(word =>
            plain.Contains(word, StringComparison.Ordinal)
            || folded.Contains(PasswordText.Folded(word), StringComparison.Ordinal));
    }

    private bool IsRight(string hash, string normal) =>
        hasher.VerifyHashedPassword(null!, hash, normal) != PasswordVerificationResult.Failed;

    private async Task<IEnumerable<string>> BankNamesAsync(CancellationToken cancellationToken)
    {
        MasterData data = await masters.ReadAsync(cancellationToken: cancellationToken);
        return data.Banks.SelectMany(bank => new[]
        {
            bank.Name.Zh, bank.Name.En, bank.Name.En.Replace(" ", string.Empty, StringComparison.Ordinal),
        });
    }

    private static IReadOnlyList<string> LoadContext() =>
    [
        .. DataFile.Read(Path.Combine(s_folder, ContextFile))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#'),
    ];
}
