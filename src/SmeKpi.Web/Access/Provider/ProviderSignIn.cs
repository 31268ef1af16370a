using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Access.Sessions;
using SmeKpi.Web.Components.Pages.Account;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Access.Provider;

/// <summary>Takes over from the provider once it has said who somebody is: account, second factor, session.</summary>
internal sealed class ProviderSignIn(
    ProviderLogins logins,
    SignInDesk desk,
    HalfWayCookie halfWay,
    AuditLog log,
    RefusalTrail noise,
    OidcSettings settings)
{
    public const string Scheme = "provider";

    private const string Unnamed = "-";

    /// <summary>Ways of proof (RFC 8176) that are a second factor: several, one-time code, key in hardware.</summary>
    private static readonly string[] s_confirming = ["mfa", "otp", "hwk"];

    /// <summary>The id token was valid: signature, issuer, audience, time, nonce and state were checked.</summary>
    public async Task ReceiveAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        HttpContext context = ticket.HttpContext;
        ClaimsPrincipal told = ticket.Principal!;
        string? address = SessionEndpoints.AddressOf(context);
        ProviderAnswer answer = told.FindFirstValue("sub") is { Length: > 0 } subject
            ? await logins.FindAsync(
                new ProviderPerson(settings.Authority, subject, told.FindFirstValue("preferred_username")),
                address, context.RequestAborted)
            : new ProviderAnswer(null, ProviderRefusal.Unknown);
        if (answer.Account is not { } account)
        {
            await RefuseAsync(context, told.FindFirstValue("preferred_username"), $"{answer.Refusal}");
            return;
        }

        string[] proofs = [.. told.FindAll("amr").Select(claim => claim.Value)];
        bool confirmed = proofs.Any(s_confirming.Contains);
        await log.RecordAsync(
            new AuditEvent(
                account.Name, RoleNames.Of(account.Facts.Role), address, AuditAction.SignIn, account.Name,
                AuditResult.Success, Why(proofs, confirmed)),
            context.RequestAborted);
        SignInAnswer entered = await desk.EnterAsync(
            account.Id, settings.Method, confirmed, address, context.RequestAborted);
        await LetInAsync(context, entered, Landing.Of(ticket.ReturnUri), account.Name);
    }

    /// <summary>The provider refused, cannot be reached, or what came back in its name does not hold.</summary>
    public async Task FailAsync(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        if (IsOutage(failure.Failure))
        {
            failure.Response.Redirect(ProviderEndpoints.Down);
            return;
        }

        // The kind says enough; the message may repeat what a stranger put into the address.
        await noise.RecordAsync(
            $"provider {SessionEndpoints.AddressOf(failure.HttpContext)}",
            Refusal(failure.HttpContext, null, failure.Failure?.GetType().Name ?? Unnamed),
            failure.HttpContext.RequestAborted);
        failure.Response.Redirect(ProviderEndpoints.Refused);
    }

    private async Task LetInAsync(HttpContext context, SignInAnswer entered, string back, string name)
    {
        if (entered.Session is { } session)
        {
            SessionCookie.Set(context, session.Key);
            context.Response.Redirect(back);
        }
        else if (entered.Half is { } half)
        {
            halfWay.Set(context, half);
            await Onward.To(ProviderEndpoints.CodePage(back)).ExecuteAsync(context);
        }
        else
        {
            await RefuseAsync(context, name, $"{ProviderRefusal.Disabled}");
        }
    }

    private async Task RefuseAsync(HttpContext context, string? name, string reason)
    {
        await log.RecordAsync(Refusal(context, name, reason), context.RequestAborted);
        context.Response.Redirect(ProviderEndpoints.Refused);
    }

    private AuditEvent Refusal(HttpContext context, string? name, string reason) => new(
        name ?? Unnamed, null, SessionEndpoints.AddressOf(context), AuditAction.SignIn, settings.Authority,
        AuditResult.Denied, reason);

    private static string Why(string[] proofs, bool confirmed) =>
        $"vouched for by the provider, amr {(proofs.Length == 0 ? Unnamed : string.Join(' ', proofs))}, second factor "
        + (confirmed ? "counts as given" : "not given");

    private static bool IsOutage(Exception? failure) => failure is not null
        && (failure is HttpRequestException or IOException or TaskCanceledException
            || IsOutage(failure.InnerException));
}
