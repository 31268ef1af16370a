using Microsoft.AspNetCore.Authentication;
using Microsoft.OpenApi;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;
using SmeKpi.Web.Access.Tokens;

namespace SmeKpi.Web.Composition;

/// <summary>Personal access tokens for the API.</summary>
internal static class TokenServices
{
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokenDesk>();
        services.AddScoped<OwnTokens>();
        services.AddSingleton<RefusalTrail>();
        services.AddSingleton<TokenUse>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUse>());
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenHandler>(AccessSchemes.Token, null);
        return services;
    }

    /// <summary>Says in the description of the API that it takes tokens.</summary>
    public static void DescribeTokens(OpenApiDocument document)
    {
        const string Name = "accessToken";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = $"{TokenText.Prefix}...",
            Description = TokenGate.Description,
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Name, document)] = [] }];
    }
}
