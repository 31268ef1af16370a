using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SmeKpi.Web.Access;

/// <summary>Somebody whose password was right and whose code is awaited. It opens nothing by itself.</summary>
/// <param name="Stamp">The account's stamp at that moment: a changed password ends the wait.</param>
/// <param name="Method">How the first step was done.</param>
internal sealed record HalfWay(long Account, string Name, string Stamp, string Method, DateTimeOffset Until);

/// <summary>Keeps who is half-way in a cookie that only this program can read.</summary>
internal sealed class HalfWayCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "smekpi-half";

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const string Path = "/signin";
    private const char Separator = '\n';

    private readonly IDataProtector _protector = protection.CreateProtector("SmeKpi.HalfWay.v1");

    public void Set(HttpContext context, HalfWay half) => context.Response.Cookies.Append(
        CookieName,
        _protector.Protect(string.Join(
            Separator, half.Account.ToString(CultureInfo.InvariantCulture), half.Name, half.Stamp, half.Method,
            half.Until.UtcTicks.ToString(CultureInfo.InvariantCulture))),
        Options(context));

    /// <returns>Null when there is none, or its time is over.</returns>
    public HalfWay? Read(HttpContext context)
    {
        try
        {
            string[] parts = context.Request.Cookies[CookieName] is { } text
                ? _protector.Unprotect(text).Split(Separator) : [];
            if (parts.Length != 5)
            {
                return null;
            }

            HalfWay half = new(
                long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], parts[3],
                new DateTimeOffset(long.Parse(parts[4], CultureInfo.InvariantCulture), TimeSpan.Zero));
            return half.Until > clock.GetUtcNow() ? half : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Path, IsEssential = true,
    };
}
