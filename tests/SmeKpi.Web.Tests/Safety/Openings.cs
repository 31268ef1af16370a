using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Tests.Safety;

/// <summary>A route that can be asked by GET, with every text it takes from the address.</summary>
internal sealed record Opening(string Route, Role Role, IReadOnlyList<string> InPath, IReadOnlyList<string> InQuery)
{
    private static readonly Dictionary<string, string> s_usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "M01.1", ["month"] = "2025-06", ["code"] = "D001", ["number"] = "1", ["documentName"] = "v1",
        ["indicator"] = "loans.all.balance", ["refused"] = "1", ["by"] = "bank",
    };

    /// <summary>All routes of a program, read from what it answers to.</summary>
    public static IReadOnlyList<Opening> Of(IServiceProvider services)
    {
        RightsTable rights = services.GetRequiredService<RightsTable>();
        return
        [
            .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(IsAsked)
                .Select(endpoint => new Opening(
                    "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                    RoleFor(endpoint, rights),
                    [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)],
                    QueryOf(endpoint))),
        ];
    }

    /// <summary>The address with the given texts, and usual values where a route or a question cannot do without.</summary>
    public string Address(IReadOnlyDictionary<string, string> texts)
    {
        string path = InPath.Aggregate(Route, (route, name) =>
        {
            int from = route.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase);
            int to = route.IndexOf('}', from) + 1;
            return route[..from] + Uri.EscapeDataString(texts.GetValueOrDefault(name) ?? s_usual.GetValueOrDefault(name, "1")) + route[to..];
        });
        IEnumerable<string> query = InQuery
            .Select(name => (Name: name, Text: texts.GetValueOrDefault(name) ?? s_usual.GetValueOrDefault(name)))
            .Where(pair => pair.Text is not null)
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Text!)}");
        return $"{path}?{string.Join('&', query)}";
    }

    private static bool IsAsked(RouteEndpoint endpoint)
    {
        string path = endpoint.RoutePattern.RawText!.TrimStart('/');
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            && (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                || path.StartsWith("api/", StringComparison.Ordinal)
                || endpoint.Metadata.GetMetadata<MethodInfo>() is not null)
            && !path.StartsWith('_');
    }

    private static Role RoleFor(RouteEndpoint endpoint, RightsTable rights)
    {
        string right = endpoint.Metadata.GetMetadata<NeedsAttribute>()!.Right;
        return new[] { Role.Analyst }.Concat(RoleNames.All).First(role => rights.Granted(role, right) != Reach.None);
    }

    private static List<string> QueryOf(RouteEndpoint endpoint)
    {
        IEnumerable<string> names = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
            ? page.Type.GetProperties()
                .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)))
                .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? property.Name)
            : endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
                .Where(parameter => IsText(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType))
                .Select(parameter => parameter.Name!) ?? [];

        // Charts and scenarios read what was chosen from the request itself.
        string path = endpoint.RoutePattern.RawText!;
        string[] read = path.Contains("charts/", StringComparison.Ordinal) ? ["month", "asOf", "region", "by"]
            : path.Contains("what-if", StringComparison.Ordinal)
                ? ["lprCut", "passThrough", "bank", "short", "coverage", "coverageMonth", "swap", "swapMonth", "path", "by", "in", "part-D001"]
            : [];
        return
        [
            .. names.Concat(read)
                .Except(endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name), StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static bool IsText(Type type) => type == typeof(string) || type.IsPrimitive;
}
