using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmeKpi.Web.Tests.Support;

/// <summary>What the provider says about whoever comes next, and what it gets wrong on purpose.</summary>
internal sealed record Say(string Subject, string? Name)
{
    public string[] Amr { get; init; } = ["pwd"];

    public string? Nonce { get; init; }

    public string? State { get; init; }

    public string? Audience { get; init; }

    public string? Issuer { get; init; }

    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the token is signed by a key that the provider does not publish.</summary>
    public bool IsForged { get; init; }

    public bool IsUnsigned { get; init; }

    /// <summary>Whether the provider hangs up when the code is to be redeemed.</summary>
    public bool HangsUp { get; init; }

    /// <summary>An error instead of a code.</summary>
    public string? Error { get; init; }
}

/// <summary>A small OpenID provider on this machine: it signs in at once whom the test names.</summary>
/// <remarks>It insists on the client's secret and on PKCE, and a code works once.</remarks>
internal sealed class TestProvider : IAsyncDisposable
{
    private static readonly string[] s_code = ["code"];
    private static readonly string[] s_public = ["public"];
    private static readonly string[] s_algorithms = ["RS256"];

    public const string ClientId = "smekpi";
    public const string ClientSecret = "a secret of the client";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "published" };
    private readonly RsaSecurityKey _otherKey = new(RSA.Create(2048)) { KeyId = "published" };
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = new();
    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    public string Authority => _app.Urls.First();

    public Say Next { get; set; } = new("nobody", null);

    /// <summary>How often the description was fetched.</summary>
    public int Descriptions { get; private set; }

    /// <summary>The last id token that was handed out.</summary>
    public string? Handed { get; private set; }

    public static async Task<TestProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        TestProvider provider = new(app);
        app.MapGet("/.well-known/openid-configuration", provider.Describe);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.RedeemAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Rsa.Dispose();
        _otherKey.Rsa.Dispose();
    }

    private IResult Describe()
    {
        Descriptions++;
        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = $"{Authority}/authorize",
            ["token_endpoint"] = $"{Authority}/token",
            ["jwks_uri"] = $"{Authority}/keys",
            ["end_session_endpoint"] = $"{Authority}/end",
            ["response_types_supported"] = s_code,
            ["subject_types_supported"] = s_public,
            ["id_token_signing_alg_values_supported"] = s_algorithms,
        });
    }

    private IResult Keys()
    {
        JsonWebKey key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
        var published = new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E, alg = "RS256" };
        return Results.Json(new { keys = new[] { published } });
    }

    private IResult Authorize(HttpRequest request)
    {
        IQueryCollection asked = request.Query;
        Assert.Equal(ClientId, asked["client_id"]);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.NotEmpty(asked["nonce"].ToString());
        string state = Uri.EscapeDataString(Next.State ?? asked["state"].ToString());
        if (Next.Error is { } error)
        {
            return Results.Redirect($"{asked["redirect_uri"]}?error={error}&error_description=%3Cscript%3E&state={state}");
        }

        string code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = asked;
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={state}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        if (Next.HangsUp)
        {
            request.HttpContext.Abort();
            return Results.Empty;
        }

        IFormCollection form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret
            || !_codes.TryRemove(form["code"].ToString(), out IQueryCollection? asked)
            || asked["redirect_uri"] != form["redirect_uri"]
            || asked["code_challenge"] != ChallengeOf(form["code_verifier"].ToString()))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        Handed = IdToken(asked["nonce"].ToString());
        return Results.Json(new { access_token = "of no use", token_type = "Bearer", id_token = Handed });
    }

    private static string ChallengeOf(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private string IdToken(string nonce)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Dictionary<string, object> claims = new()
        {
            ["sub"] = Next.Subject, ["nonce"] = Next.Nonce ?? nonce, ["amr"] = Next.Amr,
        };
        if (Next.Name is { } name)
        {
            claims["preferred_username"] = name;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Next.Issuer ?? Authority,
            Audience = Next.Audience ?? ClientId,
            IssuedAt = now.AddHours(-1),
            NotBefore = now.AddHours(-1),
            Expires = now + Next.Life,
            Claims = claims,
            SigningCredentials = Next.IsUnsigned
                ? null : new SigningCredentials(Next.IsForged ? _otherKey : _key, SecurityAlgorithms.RsaSha256),
        });
    }
}
