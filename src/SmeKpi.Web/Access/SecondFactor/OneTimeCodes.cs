using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace SmeKpi.Web.Access.SecondFactor;

/// <summary>Codes of an authenticator (RFC 6238): six digits, every 30 seconds, SHA-1, as every authenticator expects.</summary>
internal sealed class OneTimeCodes(IDataProtectionProvider protection, TimeProvider clock)
{
    public const int Digits = 6;

    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const string Issuer = "SmeKpi";

    /// <summary>Clocks differ: the code before and the code after count too.</summary>
    private static readonly VerificationWindow s_window = new(previous: 1, future: 1);

    private readonly IDataProtector _stored = protection.CreateProtector("SmeKpi.OneTimeCodes.v1");

    /// <summary>A new secret, encrypted as it is stored.</summary>
    public string NewSecret() =>
        Convert.ToBase64String(_stored.Protect(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The secret as people type it.</summary>
    public string KeyOf(string secretProtected) => Base32Encoding.ToString(Open(secretProtected));

    /// <summary>The address that an authenticator reads from the square.</summary>
    public string AddressOf(string secretProtected, string account) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={KeyOf(secretProtected)}&issuer={Issuer}"
        + $"&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    /// <summary>The time step of a code.</summary>
    /// <param name="lastStep">The step of the last code that was used; neither it nor an earlier one counts again.</param>
    /// <returns>Null when the code is wrong or was used.</returns>
    public long? StepOf(string secretProtected, string? code, long? lastStep) =>
        StepOf(Open(secretProtected), code, lastStep, clock.GetUtcNow());

    internal static long? StepOf(byte[] secret, string? code, long? lastStep, DateTimeOffset now)
    {
        string typed = string.Concat((code ?? string.Empty).Where(letter => !char.IsWhiteSpace(letter)));
        Totp totp = new(secret, StepSeconds, OtpHashMode.Sha1, Digits);
        return typed.Length == Digits && totp.VerifyTotp(now.UtcDateTime, typed, out long step, s_window)
            && (lastStep is null || step > lastStep) ? step : null;
    }

    /// <summary>Whether a secret that came back from a form is one that was made here.</summary>
    public bool IsOurs(string? secretProtected)
    {
        try
        {
            return secretProtected is not null && Open(secretProtected).Length == SecretBytes;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private byte[] Open(string secretProtected) => _stored.Unprotect(Convert.FromBase64String(secretProtected));
}
