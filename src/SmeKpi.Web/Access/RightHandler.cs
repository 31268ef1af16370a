using Microsoft.AspNetCore.Authorization;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Access;

/// <summary>Looks a right up in the table.</summary>
internal sealed class RightHandler(RightsTable rights) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (rights.Allows(ViewerClaims.Of(context.User), requirement.Right))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
