using System.Globalization;
using System.Security.Claims;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Access;

/// <summary>A viewer as ASP.NET Core carries it from the sign-in to the page.</summary>
internal static class ViewerClaims
{
    private const string Name = "smekpi:name";
    private const string RoleName = "smekpi:role";
    private const string Bank = "smekpi:bank";
    private const string County = "smekpi:county";
    private const string SecondFactor = "smekpi:second-factor";
    private const string Scope = "smekpi:scope";
    private const string Scoped = "smekpi:scoped";
    private const string Account = "smekpi:account";
    private const string Session = "smekpi:session";

    /// <param name="scheme">One of <see cref="AccessSchemes"/>.</param>
    /// <param name="accountId">Null in a demonstration, which has no accounts.</param>
    /// <param name="sessionId">Null where there is no session: tokens and demonstrations.</param>
    public static ClaimsIdentity ToIdentity(Viewer viewer, string scheme, long? accountId = null, long? sessionId = null)
    {
        List<Claim> claims = [new(Name, viewer.Name)];
        Add(claims, RoleName, viewer.Role is { } role ? RoleNames.Of(role) : null);
        Add(claims, Bank, viewer.Bank);
        Add(claims, SecondFactor, viewer.HasSecondFactor ? "yes" : null);
        Add(claims, Account, accountId?.ToString(CultureInfo.InvariantCulture));
        Add(claims, Session, sessionId?.ToString(CultureInfo.InvariantCulture));
        Add(claims, Scoped, viewer.Scopes is null ? null : "yes");
        claims.AddRange(viewer.Counties.Select(code => new Claim(County, code)));
        claims.AddRange((viewer.Scopes ?? []).Select(scope => new Claim(Scope, scope)));
        return new ClaimsIdentity(claims, scheme, Name, RoleName);
    }

    /// <returns>A visitor when the principal was not made by this program.</returns>
    public static Viewer Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && RoleNames.Find(principal.FindFirstValue(RoleName)) is { } role
            ? new Viewer(
                principal.FindFirstValue(Name) ?? string.Empty,
                role,
                principal.FindFirstValue(Bank),
                [.. principal.FindAll(County).Select(claim => claim.Value)],
                principal.HasClaim(SecondFactor, "yes"),
                principal.HasClaim(Scoped, "yes") ? [.. principal.FindAll(Scope).Select(claim => claim.Value)] : null)
            : Viewer.Visitor;

    public static long? AccountOf(ClaimsPrincipal principal) => Number(principal, Account);

    public static long? SessionOf(ClaimsPrincipal principal) => Number(principal, Session);

    private static long? Number(ClaimsPrincipal principal, string type) =>
        long.TryParse(principal.FindFirstValue(type), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    private static void Add(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(type, value));
        }
    }
}
