using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Access;

/// <summary>The table of rights read a second time, without the program's own reader, and every viewer there can be.</summary>
internal static class DeclaredRights
{
    private static readonly Dictionary<string, Dictionary<string, string>> s_rows = Read();

    /// <summary>A visitor, and each role with and without the second factor.</summary>
    public static IReadOnlyList<Viewer> Viewers { get; } =
    [
        Viewer.Visitor,
        .. RoleNames.All.SelectMany(role => new[] { AccessSite.Viewer(role), AccessSite.Viewer(role, confirmed: false) }),
    ];

    public static bool Allows(Viewer viewer, string right)
    {
        Dictionary<string, string> row = s_rows[right];
        string column = viewer.Role is { } role ? RoleNames.Of(role) : "anyone";
        return row[column] != "-" && (row["second-factor"] == "no" || viewer.HasSecondFactor);
    }

    /// <returns>Null when the address says nothing: then nobody may open it.</returns>
    public static string? Of(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>() switch
    {
        [var only] => only.Right,
        _ => null,
    };

    /// <summary>An address of the route that exists in the demonstration.</summary>
    public static string Sample(RouteEndpoint endpoint) => "/" + Regex.Replace(
        endpoint.RoutePattern.RawText!.TrimStart('/'),
        @"\{\*{0,2}(\w+)(:[^}]*)?\??\}",
        match => match.Groups[1].Value.ToUpperInvariant() switch
        {
            "ID" when match.Groups[2].Value.Length > 0 || endpoint.RoutePattern.RawText!.Contains("submissions", StringComparison.Ordinal) => "1",
            "ID" => "M01.1",
            "CODE" when match.Groups[2].Value.Length == 0 => "D001",
            "CODE" => "404",
            "INDICATOR" => "loans.all.balance",
            "DOCUMENTNAME" => "v1",
            "NUMBER" or "REFUSED" => "1",
            "PATH" or "SUBPATH" => string.Empty,
            _ => "1",
        });

    /// <summary>Files that browsers fetch: all alike, and too many to be tried one by one.</summary>
    public static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item => item.GetType().Name is "StaticAssetDescriptor")
        || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText.TrimStart('/').StartsWith("_content/", StringComparison.Ordinal);

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        string[][] rows =
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "seed-data", "access", "rights.csv"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(',').Select(cell => cell.Trim()).ToArray()),
        ];
        return rows.Skip(1).ToDictionary(
            row => row[0], row => rows[0].Zip(row).Skip(1).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
