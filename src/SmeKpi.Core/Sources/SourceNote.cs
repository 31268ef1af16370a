using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SmeKpi.Core.Sources;

/// <summary>The note that lies beside every data file: who published it, where it was found, what was done to it.</summary>
/// <param name="Title">The publisher's own title.</param>
/// <param name="Address">Where the publisher or the place of the copy is; empty for synthetic data.</param>
/// <param name="Published">When the publisher released it; null when that is not known.</param>
/// <param name="Synthetic">True when the figures are made up.</param>
/// <param name="Sha256">Of the file beside the note, hex; null when the note gives none.</param>
public sealed record SourceNote(
    string Publisher, string Title, string Address, DateOnly? Published, bool Synthetic, string? Sha256, string? Note)
{
    private static readonly string[] s_required = ["publisher", "title", "address"];
    private static readonly string[] s_optional =
        ["year", "origin", "retrieved", "published", "sha256", "tier", "synthetic", "note"];

    /// <param name="file">The name for error messages.</param>
    /// <param name="yaml">The content of the note.</param>
    /// <exception cref="SourceNoteException">
    /// No YAML mapping, an unknown or repeated key, a missing key, or a value of another form.
    /// </exception>
    public static SourceNote Parse(string file, string yaml)
    {
        Dictionary<string, YamlScalarNode> entries = Entries(file, yaml);
        bool synthetic = Flag(file, entries.GetValueOrDefault("synthetic"));
        foreach (string key in s_required.Where(key => !(synthetic && key == "address") && !entries.ContainsKey(key)))
        {
            throw new SourceNoteException(file, 1, $"'{key}' is missing.");
        }

        return new SourceNote(
            entries["publisher"].Value!,
            entries["title"].Value!,
            entries.GetValueOrDefault("address")?.Value ?? "",
            Date(file, entries.GetValueOrDefault("published")),
            synthetic,
            entries.GetValueOrDefault("sha256")?.Value,
            entries.GetValueOrDefault("note")?.Value);
    }

    private static Dictionary<string, YamlScalarNode> Entries(string file, string yaml)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new SourceNoteException(file, exception.Start.Line, exception.Message);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            throw new SourceNoteException(file, 1, "A source note is one YAML mapping.");
        }

        Dictionary<string, YamlScalarNode> entries = new(StringComparer.Ordinal);
        foreach ((YamlNode key, YamlNode value) in root.Children)
        {
            string name = (key as YamlScalarNode)?.Value ?? "";
            if (!s_required.Contains(name, StringComparer.Ordinal) && !s_optional.Contains(name, StringComparer.Ordinal))
            {
                throw new SourceNoteException(file, key.Start.Line, $"'{name}' is not a key of a source note.");
            }

            entries.Add(name, value is YamlScalarNode { Value.Length: > 0 } text
                ? text
                : throw new SourceNoteException(file, value.Start.Line, $"'{name}' needs a text."));
        }

        return entries;
    }

    private static bool Flag(string file, YamlScalarNode? node) => node?.Value switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new SourceNoteException(file, node.Start.Line, $"'{node.Value}' is neither true nor false."),
    };

    private static DateOnly? Date(string file, YamlScalarNode? node)
    {
        if (node is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(
            node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new SourceNoteException(file, node.Start.Line, $"'{node.Value}' is not a date (yyyy-MM-dd).");
    }
}
