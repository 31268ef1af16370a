using System.Text;

namespace SmeKpi.Core.DataFiles;

/// <summary>Reads the program's own text files: UTF-8, with or without a byte order mark.</summary>
public static class DataFile
{
    private static readonly UTF8Encoding s_strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DataFileException">The file is missing or not UTF-8.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, s_strict);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, 1, "the file is missing", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new DataFileException(path, 1, "the file is not UTF-8", error);
        }
    }

    /// <summary>The files of a folder by name in ordinal order, without hidden ones.</summary>
    /// <exception cref="DataFileException">The folder is missing.</exception>
    public static IReadOnlyList<string> In(string directory, SearchOption depth = SearchOption.TopDirectoryOnly)
    {
        if (!Directory.Exists(directory))
        {
            throw new DataFileException(directory, 1, "the folder is missing");
        }

        return
        [
            .. Directory.EnumerateFiles(directory, "*", depth)
                .Where(path => !Path.GetFileName(path).StartsWith('.'))
                .OrderBy(path => Path.GetRelativePath(directory, path).Replace('\\', '/'), StringComparer.Ordinal),
        ];
    }
}
