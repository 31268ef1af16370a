using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SmeKpi.Core.DataFiles;

/// <summary>Reads a YAML file that holds one mapping.</summary>
public static class StrictYaml
{
    /// <exception cref="DataFileException">The file is missing, not UTF-8, not YAML, or no mapping.</exception>
    public static YamlMap Read(string path) => Parse(path, DataFile.Read(path));

    /// <param name="path">The name by which complaints call the text.</param>
    /// <exception cref="DataFileException">The text is not YAML or holds something else than one mapping.</exception>
    public static YamlMap Parse(string path, string text)
    {
        YamlStream stream = [];
        using StringReader reader = new(text);
        Parser parser = new(reader);
        try
        {
            stream.Load(parser);
        }
        catch (YamlException error)
        {
            throw NotYaml(path, error.Start.Line, error);
        }
        catch (InvalidOperationException error)
        {
            // YamlDotNet's scanner throws this for a flow list that is not closed and does not say where it stands.
            throw NotYaml(path, parser.Current?.Start.Line ?? 1, error);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlMap(path, string.Empty, root)
            : throw new DataFileException(path, 1, "expected one mapping");
    }

    private static DataFileException NotYaml(string path, long line, Exception error) =>
        new(path, Math.Max(1, checked((int)line)), $"not valid YAML: {error.Message}", error);
}
