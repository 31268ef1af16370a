using System.Reflection;
using System.Text;

namespace SmeKpi.Core.Demo;

/// <summary>The roster and the Chinese words of the generator, which are data and stand beside it.</summary>
internal static class DemoText
{
    private static readonly Dictionary<string, string> s_words = Lines("words.csv")
        .Select(line => line.Split(',', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    public static string Word(string key) => s_words[key];

    public static IEnumerable<string> Lines(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SmeKpi.Core.Demo." + file)
            ?? throw new InvalidOperationException($"The program was built without {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
