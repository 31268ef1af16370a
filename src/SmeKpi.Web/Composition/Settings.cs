using System.Net;
using SmeKpi.Web.Access.Passwords;

namespace SmeKpi.Web.Composition;

internal enum DatabaseKind
{
    Sqlite,
    SqlServer,
}

/// <summary>Where data are kept and how the program starts: options, then SMEKPI_ variables, then appsettings.json.</summary>
internal sealed record Settings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Embedded database, drop folder and keys.</summary>
    public required string DataDirectory { get; init; }

    public required DatabaseKind Database { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>A new database gets the policy, indicators and regions, but no statistics and no banks.</summary>
    public required bool NoSeed { get; init; }

    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether the system administrator may start and remove jobs in the console; read-only when not set.</summary>
    public bool JobsWritable { get; init; }

    /// <summary>Where the audit chain is anchored; null for a folder below the data.</summary>
    public string? Anchors { get; init; }

    /// <summary>Outside the database, best on another machine: whoever changes the database must not reach it.</summary>
    public string AnchorsDirectory => Anchors ?? Path.Combine(DataDirectory, "anchors");

    /// <summary>Addresses of the proxies in front; only they are believed when they say who is asking.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>What passwords have to be: mlps (default) or asvs.</summary>
    public PasswordProfile PasswordProfile { get; init; } = PasswordProfile.Mlps;

    /// <summary>The city's identity provider; null for sign-in by password only.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>The folder of the dashboards; null for those that come with the program.</summary>
    public string? Dashboards { get; init; }

    public string DashboardsDirectory => Dashboards ?? Path.Combine(AppContext.BaseDirectory, "dashboards");

    public string DropDirectory => Path.Combine(DataDirectory, "drop");

    /// <summary>Reads and checks all settings at once.</summary>
    /// <exception cref="SettingsException">Names every setting that is wrong, with what was found and what is expected.</exception>
    public static Settings From(IConfiguration configuration)
    {
        List<string> errors = [];
        string data = Path.GetFullPath(configuration["data"] is { Length: > 0 } given ? given : ".smekpi");
        DatabaseKind kind = DatabaseKindOf(configuration["database"], errors);
        string? connection = configuration["connection"];
        if (kind == DatabaseKind.SqlServer && string.IsNullOrWhiteSpace(connection))
        {
            errors.Add("connection: missing; sqlserver needs a connection string");
        }

        IReadOnlyList<string> urls = UrlsOf(configuration["urls"], errors);
        IReadOnlyList<IPAddress> proxies = ProxiesOf(configuration["proxies"], errors);
        PasswordProfile passwords = PasswordProfileOf(configuration["password-profile"], errors);
        OidcSettings? oidc = OidcSettings.From(configuration, errors);
        if (errors.Count > 0)
        {
            throw new SettingsException(errors);
        }

        return new Settings
        {
            DataDirectory = data,
            Database = kind,
            ConnectionString = string.IsNullOrWhiteSpace(connection)
                ? $"Data Source={Path.Combine(data, "smekpi.db")}"
                : connection,
            NoSeed = bool.TryParse(configuration["no-seed"], out bool noSeed) && noSeed,
            Urls = urls,
            Anchors = configuration["anchors"] is { Length: > 0 } anchors ? Path.GetFullPath(anchors) : null,
            Dashboards = configuration["dashboards"] is { Length: > 0 } dashboards ? Path.GetFullPath(dashboards) : null,
            Proxies = proxies,
            PasswordProfile = passwords,
            Oidc = oidc,
            JobsWritable = bool.TryParse(configuration["jobs-writable"], out bool writable) && writable,
        };
    }

    private static DatabaseKind DatabaseKindOf(string? text, List<string> errors)
    {
        switch (text)
        {
            case null or "" or "sqlite":
                return DatabaseKind.Sqlite;
            case "sqlserver":
                return DatabaseKind.SqlServer;
            default:
                errors.Add($"database: '{text}'; expected sqlite or sqlserver");
                return DatabaseKind.Sqlite;
        }
    }

    private static List<IPAddress> ProxiesOf(string? text, List<string> errors)
    {
        List<IPAddress> proxies = [];
        foreach (string each in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(each, out IPAddress? address))
            {
                proxies.Add(address);
            }
            else
            {
                errors.Add($"proxies: '{each}'; expected network addresses such as 10.0.0.5, set apart by ;");
            }
        }

        return proxies;
    }

    private static PasswordProfile PasswordProfileOf(string? text, List<string> errors)
    {
        PasswordProfile? found = string.IsNullOrEmpty(text) ? PasswordProfile.Mlps : PasswordProfile.Find(text);
        if (found is null)
        {
            errors.Add($"password-profile: '{text}'; expected mlps or asvs");
        }

        return found ?? PasswordProfile.Mlps;
    }

    private static List<string> UrlsOf(string? text, List<string> errors)
    {
        List<string> urls =
        [
            .. (text ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
        errors.AddRange(urls
            .Where(url => !url.Contains("://", StringComparison.Ordinal))
            .Select(url => $"urls: '{url}'; expected an address such as {DefaultUrl}"));
        return urls;
    }
}

/// <summary>Settings that cannot be used; the message lists all of them.</summary>
internal sealed class SettingsException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors));
