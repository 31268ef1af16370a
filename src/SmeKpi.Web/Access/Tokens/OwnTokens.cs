using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>What the page of one's own tokens shows.</summary>
/// <param name="Offered">Rights that a token may carry and the person has in this session.</param>
/// <param name="MoreWait">Whether the second factor would open more of them.</param>
internal sealed record OwnTokensView(
    IReadOnlyList<AccessToken> Tokens, IReadOnlyList<string> Offered, bool MoreWait, DateTimeOffset Now);

/// <summary>The tokens of whoever is signed in, and nobody else's.</summary>
internal sealed class OwnTokens(
    AccessTokenDesk desk, CurrentViewer current, RightsTable rights, IHttpContextAccessor accessor, TimeProvider clock)
{
    private const string Target = "own access tokens";

    /// <returns>Null when there is no account, as in a demonstration.</returns>
    public async Task<OwnTokensView?> ReadAsync(CancellationToken cancellationToken)
    {
        Viewer viewer = await current.DemandAsync(Right.AccountOwn, Target);
        return await AccountAsync() is { } account
            ? new OwnTokensView(
                await desk.ListAsync(account, cancellationToken),
                TokenScopes.OpenTo(viewer, rights),
                TokenScopes.All.Any(right => rights.WaitsForSecondFactor(viewer, right)),
                clock.GetUtcNow())
            : null;
    }

    public async Task<TokenOutcome> CreateAsync(TokenWish wish, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.DemandAsync(Right.AccountOwn, Target);
        return await AccountAsync() is { } account
            ? await desk.CreateAsync(account, viewer, wish, ActorOf(viewer), cancellationToken)
            : new TokenOutcome(null, null, [TokenRefusal.NoAccount]);
    }

    /// <returns>False when the person has no such token in force.</returns>
    public async Task<bool> RevokeAsync(long token, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.DemandAsync(Right.AccountOwn, Target);
        return await AccountAsync() is { } account
            && await desk.RevokeOwnAsync(token, account, ActorOf(viewer), cancellationToken);
    }

    private async Task<long?> AccountAsync() => ViewerClaims.AccountOf(await current.PrincipalAsync());

    private Actor ActorOf(Viewer viewer) => new(
        viewer.Name,
        viewer.Role is { } role ? RoleNames.Of(role) : null,
        accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());
}
