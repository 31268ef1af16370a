using SmeKpi.Web.Commands;

namespace SmeKpi.Web.Composition;

/// <summary>The city's identity provider (统一身份认证), when there is one.</summary>
/// <remarks>The secret comes from environment or file, never from an option.</remarks>
internal sealed record OidcSettings
{
    private const string AuthorityKey = "oidc-authority";
    private const string IdKey = "oidc-client-id";
    private const string SecretKey = "oidc-client-secret";
    private const string NameKey = "oidc-name";
    private const string ScopesKey = "oidc-scopes";
    private const string OpenId = "openid";

    /// <summary>The provider's address, as its tokens name it.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>What the button calls the provider; null for a general word.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [OpenId, "profile"];

    public bool IsEncrypted => Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>How sessions name the way in.</summary>
    public string Method => new Uri(Authority).Authority;

    /// <returns>Null when no provider is set, or when the errors say what is wrong with it.</returns>
    public static OidcSettings? From(IConfiguration configuration, List<string> errors)
    {
        string[] all = [AuthorityKey, IdKey, SecretKey, NameKey, ScopesKey];
        Dictionary<string, string> given = all
            .Where(key => !string.IsNullOrWhiteSpace(configuration[key]))
            .ToDictionary(key => key, key => configuration[key]!.Trim());
        if (given.Count == 0)
        {
            return null;
        }

        int before = errors.Count;
        errors.AddRange(all[..3].Where(key => !given.ContainsKey(key)).Select(key =>
            $"{key}: missing; sign-in through a provider needs {AuthorityKey}, {IdKey} and {SecretKey}"));
        if (given.TryGetValue(AuthorityKey, out string? authority) && !IsSafe(authority))
        {
            errors.Add($"{AuthorityKey}: '{authority}'; expected an https address such as https://id.example.org/realm"
                + " (http only on this machine), without query");
        }

        string[]? scopes = given.GetValueOrDefault(ScopesKey)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes?.Contains(OpenId) == false)
        {
            errors.Add(
                $"{ScopesKey}: '{given[ScopesKey]}'; expected words with {OpenId} among them, such as {OpenId} profile");
        }

        return errors.Count > before ? null : new OidcSettings
        {
            Authority = given[AuthorityKey].TrimEnd('/'),
            ClientId = given[IdKey],
            ClientSecret = given[SecretKey],
            Name = given.GetValueOrDefault(NameKey),
            Scopes = scopes ?? [OpenId, "profile"],
        };
    }

    /// <summary>Says nothing of the secret.</summary>
    public override string ToString() => $"{ClientId} at {Authority}";

    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && address is { Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && ServeCommand.IsLoopback(text)));
}
