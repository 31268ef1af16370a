using Microsoft.AspNetCore.Authorization;

namespace SmeKpi.Web.Access;

/// <summary>Says which right a page or an endpoint asks for. What says nothing is closed to everybody.</summary>
/// <param name="right">One of <see cref="Core.Access.Right.All"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string right) : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    public string Right { get; } = right;

    // Left to the defaults: the right alone decides, for visitors as well.
    string? IAuthorizeData.Policy { get; set; }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RightRequirement(Right)];
}

/// <summary>One right that a request needs.</summary>
public sealed record RightRequirement(string Right) : IAuthorizationRequirement;

/// <summary>The same for endpoints that are no pages.</summary>
public static class NeedsConventions
{
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string right)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new NeedsAttribute(right)));
        return builder;
    }
}
