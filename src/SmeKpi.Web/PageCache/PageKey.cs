using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;
using SmeKpi.Web.Components.Layout;

namespace SmeKpi.Web.PageCache;

/// <summary>What a shared page depends on besides the database; two readers with equal keys may see the same page.</summary>
/// <param name="Address">The whole address as sent, host included: links on the page and what is printed repeat it.</param>
/// <param name="Rights">Role, bank, counties and second factor: all that the rights table and the row scopes ask for.</param>
/// <param name="HasSession">Pages of a session watch whether it still lives.</param>
/// <param name="Day">In China: what is late or overdue depends on it.</param>
internal sealed record PageKey(
    string Address, string Culture, ThemeChoice Theme, string Rights, bool HasSession, DateOnly Day)
{
    /// <returns>Null when the answer must be made for this request alone.</returns>
    public static PageKey? Of(HttpContext context, DateTimeOffset now)
    {
        Viewer viewer = ViewerClaims.Of(context.User);
        bool isShared = HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not null
            // A token, or a session with a duty left, has fewer rights than its role.
            && viewer is { Role: not null, Scopes: null };
        return !isShared ? null : new PageKey(
            $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}",
            CultureInfo.CurrentUICulture.Name,
            ThemeChoices.FromCookie(context),
            RightsOf(viewer),
            context.Features.Get<StoredSession>() is not null,
            DateOnly.FromDateTime(now.ToOffset(Moments.ChinaOffset).DateTime));
    }

    private static string RightsOf(Viewer viewer) => string.Join(
        '|',
        viewer.Role is { } role ? RoleNames.Of(role) : "",
        viewer.Bank,
        string.Join(',', viewer.Counties.Order(StringComparer.Ordinal)),
        viewer.HasSecondFactor);
}
