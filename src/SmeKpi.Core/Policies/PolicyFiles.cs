using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Policies;

/// <summary>The files that make up one policy.</summary>
internal sealed class PolicyFiles
{
    private static readonly string[] s_names =
        ["forecast.yaml", "measures.yaml", "policy.source.yaml", "seasonal-profile.yaml", "text.zh-CN.md"];

    private readonly string _directory;

    public PolicyFiles(string directory)
    {
        _directory = directory;
        foreach (string path in DataFile.In(directory, SearchOption.AllDirectories))
        {
            if (!s_names.Contains(Relative(path)) && Path.GetDirectoryName(Relative(path)) != "provisions")
            {
                throw new DataFileException(
                    path, 1, $"unknown file, expected {string.Join(" | ", s_names)} | provisions/*.yaml");
            }
        }
    }

    public string Id => new DirectoryInfo(_directory).Name;

    public string Measures => Path.Combine(_directory, "measures.yaml");

    public string Source => Path.Combine(_directory, "policy.source.yaml");

    public string SeasonalProfile => Path.Combine(_directory, "seasonal-profile.yaml");

    public string Forecast => Path.Combine(_directory, "forecast.yaml");

    public string Text => Path.Combine(_directory, "text.zh-CN.md");

    public IReadOnlyList<string> Provisions => DataFile.In(Path.Combine(_directory, "provisions"));

    /// <summary>SHA-256 in hex over name, length and bytes of every file in ordinal order.</summary>
    public string Version()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in DataFile.In(_directory, SearchOption.AllDirectories))
        {
            byte[] content = File.ReadAllBytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{Relative(path)}\n{content.Length}\n")));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string Relative(string path) => Path.GetRelativePath(_directory, path).Replace('\\', '/');
}
