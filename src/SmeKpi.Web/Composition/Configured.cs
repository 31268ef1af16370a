using System.Collections;
using System.CommandLine;
using SmeKpi.Web.Commands;

namespace SmeKpi.Web.Composition;

/// <summary>Builds the configuration: appsettings.json below SMEKPI_ variables below options.</summary>
internal static class Configured
{
    private const string Section = "SmeKpi";
    private const string Prefix = "SMEKPI_";

    public static Settings Read(IConfigurationManager configuration, ParseResult result)
    {
        configuration.AddInMemoryCollection(InSection(Variables()))
            .AddInMemoryCollection(InSection(CommonOptions.Given(result)));
        IConfigurationSection section = configuration.GetSection(Section);

        // ASPNETCORE_URLS is how hosts say it; our own setting comes first.
        section["urls"] ??= configuration["urls"];
        return Settings.From(section);
    }

    private static IEnumerable<KeyValuePair<string, string?>> InSection(
        IEnumerable<KeyValuePair<string, string?>> settings) =>
        settings.Select(pair => KeyValuePair.Create($"{Section}:{pair.Key}", pair.Value));

    /// <summary>SMEKPI_NO_SEED becomes no-seed.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => KeyValuePair.Create(
                ((string)entry.Key)[Prefix.Length..].ToLowerInvariant().Replace('_', '-'), (string?)entry.Value));
}
