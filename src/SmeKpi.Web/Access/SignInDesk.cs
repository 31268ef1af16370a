using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Access.Passwords;
using SmeKpi.Web.Access.SecondFactor;

namespace SmeKpi.Web.Access;

/// <summary>How far somebody came: in, half-way, or nowhere with nothing said about why.</summary>
internal sealed record SignInAnswer(OpenedSession? Session, HalfWay? Half)
{
    public static SignInAnswer Refused { get; } = new(null, null);
}

/// <summary>Checks passwords and codes. Whatever is wrong, the answer and the work are the same.</summary>
internal sealed class SignInDesk(
    SignInBook book, IPasswordHasher<AccountRow> hasher, OneTimeCodes codes, TimeProvider clock)
{
    private readonly string _nobodysHash = hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public async Task<SignInAnswer> PasswordAsync(
        string name, string password, string? address, CancellationToken cancellationToken = default)
    {
        SignInTry paid = await book.TryPasswordAsync(name, cancellationToken);

        // Exactly one hash is computed in every case: of a locked account it is nobody's.
        PasswordVerificationResult verified = hasher.VerifyHashedPassword(
            null!, paid.Credentials?.PasswordHash ?? _nobodysHash, PasswordText.Normalise(password));
        if (paid.Credentials is not { } credentials || verified == PasswordVerificationResult.Failed)
        {
            Actor stranger = paid.Credentials?.Account.ToActor(address) ?? new Actor(AccountName.Clean(name), null, address);
            await book.FailAsync(stranger, AuditAction.SignIn, WhyNot(paid), cancellationToken);
            return SignInAnswer.Refused;
        }

        Actor actor = credentials.Account.ToActor(address);
        if (credentials.OtpSecretProtected is not null)
        {
            await book.RefundAsync(paid, actor, "password right, code awaited", cancellationToken);
            return Half(credentials, SessionStart.Password);
        }

        string? better = verified == PasswordVerificationResult.SuccessRehashNeeded
            ? hasher.HashPassword(null!, PasswordText.Normalise(password)) : null;
        OpenedSession? session = await book.SucceedAsync(
            credentials, new SessionStart(SessionStart.Password, HasSecondFactor: false, address), null, better,
            cancellationToken);
        return new SignInAnswer(session, null);
    }

    public async Task<SignInAnswer> CodeAsync(
        HalfWay half, string? code, string? address, CancellationToken cancellationToken = default)
    {
        SignInTry paid = await book.TryCodeAsync(half.Account, half.Stamp, cancellationToken);
        long? step = paid.Credentials is { OtpSecretProtected: { } secret } known
            ? codes.StepOf(secret, code, known.OtpLastStep) : null;
        OpenedSession? session = step is null ? null : await book.SucceedAsync(
            paid.Credentials!, new SessionStart(half.Method, HasSecondFactor: true, address), step, null, cancellationToken);
        if (session is null)
        {
            Actor actor = paid.Credentials?.Account.ToActor(address) ?? new Actor(half.Name, null, address);
            await book.FailAsync(actor, AuditAction.SecondFactor, WhyNot(paid), cancellationToken);
            return SignInAnswer.Refused;
        }

        return new SignInAnswer(session, null);
    }

    /// <summary>Lets in whom the city's identity provider vouches for; a second factor of this program is still asked.</summary>
    /// <param name="confirmed">Whether the provider says that it has seen a second factor.</param>
    public async Task<SignInAnswer> EnterAsync(
        long account, string method, bool confirmed, string? address, CancellationToken cancellationToken = default)
    {
        if (await book.FindAsync(account, cancellationToken) is not { } credentials)
        {
            return SignInAnswer.Refused;
        }

        if (!confirmed && credentials.OtpSecretProtected is not null)
        {
            return Half(credentials, method);
        }

        OpenedSession? session = await book.SucceedAsync(
            credentials, new SessionStart(method, confirmed, address), cancellationToken: cancellationToken);
        return new SignInAnswer(session, null);
    }

    /// <summary>Whether somebody who is signed in knows the own password; wrong ones count as they do at sign-in.</summary>
    public async Task<bool> ConfirmAsync(
        Account account, string password, string? address, CancellationToken cancellationToken = default)
    {
        SignInTry paid = await book.TryPasswordAsync(account.Name, cancellationToken);
        PasswordVerificationResult verified = hasher.VerifyHashedPassword(
            null!, paid.Credentials?.PasswordHash ?? _nobodysHash, PasswordText.Normalise(password));
        if (paid.Credentials is null || verified == PasswordVerificationResult.Failed)
        {
            await book.FailAsync(account.ToActor(address), AuditAction.Account, WhyNot(paid), cancellationToken);
            return false;
        }

        await book.RefundAsync(paid, account.ToActor(address), "own password confirmed", cancellationToken);
        return true;
    }

    private SignInAnswer Half(Credentials credentials, string method) => new(null, new HalfWay(
        credentials.Account.Id, credentials.Account.Name, credentials.Stamp, method, clock.GetUtcNow() + HalfWayCookie.Life));

    private static string WhyNot(SignInTry paid) => paid.Refusal switch
    {
        { } refusal => refusal.ToString(),
        null => paid.LockedUntil is null ? "Wrong" : "Wrong, now locked",
    };
}
