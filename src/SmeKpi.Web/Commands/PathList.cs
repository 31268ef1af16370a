namespace SmeKpi.Web.Commands;

/// <summary>The files that a list of files and folders means.</summary>
internal static class PathList
{
    /// <param name="missing">The first path that means no file at all; null when each means some.</param>
    /// <returns>Null when a path means no file. Notes about sources and hidden files are no figures.</returns>
    public static IReadOnlyList<string>? Find(IEnumerable<string> paths, out string? missing)
    {
        List<string> found = [];
        foreach (string path in paths)
        {
            int before = found.Count;
            if (File.Exists(path))
            {
                found.Add(Path.GetFullPath(path));
            }
            else if (Directory.Exists(path))
            {
                found.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => !file.EndsWith(".source.yaml", StringComparison.Ordinal)
                        && !Path.GetFileName(file).StartsWith('.'))
                    .Select(Path.GetFullPath)
                    .Order(StringComparer.Ordinal));
            }

            if (found.Count == before)
            {
                missing = path;
                return null;
            }
        }

        missing = null;
        return found;
    }
}
