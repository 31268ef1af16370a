using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmeKpi.Web.Jobs;

/// <summary>What a work row says about a file that waits in the drop folder.</summary>
internal sealed record ImportArgument(string Path, string Sha256)
{
    public string ToJson() => JsonSerializer.Serialize(this, ImportArgumentContext.Default.ImportArgument);

    public static ImportArgument Parse(string json) =>
        JsonSerializer.Deserialize(json, ImportArgumentContext.Default.ImportArgument)
        ?? throw new FormatException($"'{json}' is no argument of an import.");
}

[JsonSerializable(typeof(ImportArgument))]
internal sealed partial class ImportArgumentContext : JsonSerializerContext;
