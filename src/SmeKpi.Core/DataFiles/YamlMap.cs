using SmeKpi.Core.Units;
using YamlDotNet.RepresentationModel;

namespace SmeKpi.Core.DataFiles;

/// <summary>A mapping of a YAML file in which every key must be known and every value has one form.</summary>
public sealed class YamlMap
{
    private readonly string _file;
    private readonly string _path;
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<YamlText> _keys = [];

    internal YamlMap(string file, string path, YamlMappingNode node)
    {
        _file = file;
        _path = path;
        Line = LineOf(node);
        foreach ((YamlNode name, YamlNode value) in node.Children)
        {
            YamlText text = AsText(name, "a key");
            _keys.Add(text);
            if (!_nodes.TryAdd(text.Value, value))
            {
                throw new DataFileException(file, text.Line, $"the key '{text.Value}' stands twice");
            }
        }
    }

    public int Line { get; }

    /// <summary>The keys in the order of the file.</summary>
    public IReadOnlyList<YamlText> Keys => _keys;

    /// <summary>This mapping, once it is sure that it holds no other keys.</summary>
    /// <exception cref="DataFileException">A key is not among those given.</exception>
    public YamlMap Only(params IReadOnlyList<string> allowed)
    {
        if (_keys.FirstOrDefault(key => !allowed.Contains(key.Value)) is { } unknown)
        {
            throw new DataFileException(
                _file, unknown.Line, $"unknown key '{unknown.Value}', expected {string.Join(" | ", allowed)}");
        }

        return this;
    }

    public bool Has(string key) => _nodes.ContainsKey(key);

    /// <summary>Whether the value is a single text and no list or mapping; false when the key is missing.</summary>
    public bool IsText(string key) => _nodes.TryGetValue(key, out YamlNode? node) && node is YamlScalarNode;

    /// <exception cref="DataFileException">The key is missing, or its value is no text or empty.</exception>
    public YamlText Text(string key) => AsText(Node(key), Path(key));

    /// <returns>Null when the key is missing.</returns>
    public YamlText? OptionalText(string key) => Has(key) ? Text(key) : null;

    /// <exception cref="DataFileException">The key is missing, or its value is no mapping.</exception>
    public YamlMap Map(string key) => AsMap(Node(key), Path(key));

    /// <exception cref="DataFileException">The key is missing, or its value is no list of texts.</exception>
    public IReadOnlyList<YamlText> Texts(string key) =>
        [.. List(Node(key), Path(key)).Select(item => AsText(item, Path(key)))];

    /// <exception cref="DataFileException">The key is missing, or its value is no list of lists of texts.</exception>
    public IReadOnlyList<IReadOnlyList<YamlText>> TextRows(string key) =>
        [.. List(Node(key), Path(key)).Select(row => TextRow(row, Path(key)))];

    /// <exception cref="DataFileException">The key is missing, or its value is no list of mappings.</exception>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        [.. List(Node(key), Path(key)).Select(item => AsMap(item, Path(key)))];

    /// <summary>A text in both languages: a mapping with exactly zh-CN and en.</summary>
    /// <exception cref="DataFileException">The key or a language is missing.</exception>
    public LocalizedText Localized(string key)
    {
        YamlMap both = Map(key).Only("zh-CN", "en");
        return new LocalizedText(both.Text("zh-CN").Value, both.Text("en").Value);
    }

    /// <summary>The complaint that this mapping as a whole is wrong.</summary>
    public DataFileException Wrong(string message) => new(_file, Line, message);

    private static int LineOf(YamlNode node) => checked((int)node.Start.Line);

    private YamlNode Node(string key) => _nodes.TryGetValue(key, out YamlNode? node)
        ? node
        : throw Wrong(_path.Length == 0 ? $"missing key '{key}'" : $"{_path}: missing key '{key}'");

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private IReadOnlyList<YamlText> TextRow(YamlNode row, string path) =>
        [.. List(row, path).Select(item => AsText(item, path))];

    private YamlText AsText(YamlNode node, string key) => node is YamlScalarNode { Value: { Length: > 0 } value }
        ? new YamlText(_file, LineOf(node), key, value.Trim())
        : throw Unfit(node, key, "a text");

    private YamlMap AsMap(YamlNode node, string key) => node is YamlMappingNode mapping
        ? new YamlMap(_file, key, mapping)
        : throw Unfit(node, key, "a mapping");

    private YamlSequenceNode List(YamlNode node, string key) => node is YamlSequenceNode { Children.Count: > 0 } list
        ? list
        : throw Unfit(node, key, "a list that is not empty");

    private DataFileException Unfit(YamlNode node, string key, string expected)
    {
        string found = node switch
        {
            YamlScalarNode { Value: { Length: > 0 } value } => $"'{value}'",
            YamlScalarNode => "nothing",
            YamlSequenceNode { Children.Count: 0 } => "an empty list",
            YamlSequenceNode => "a list",
            _ => "a mapping",
        };
        return new DataFileException(_file, LineOf(node), $"{key}: found {found}, expected {expected}");
    }
}
