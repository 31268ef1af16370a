using System.Text.Json;

namespace SmeKpi.Web.Tests.Safety;

/// <summary>Texts that have broken programs before, by what they try: script, sql, formula, path, header, text.</summary>
internal static class Injections
{
    public static IReadOnlyList<Injection> All { get; } = JsonSerializer.Deserialize<List<Injection>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Safety", "injections.json")), JsonSerializerOptions.Web)!;
}

internal sealed record Injection(string Kind, string Text);
