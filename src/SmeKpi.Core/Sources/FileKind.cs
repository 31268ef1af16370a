using System.Globalization;

namespace SmeKpi.Core.Sources;

internal enum FileKind
{
    Text,
    Html,
    Xml,
    Zip,
    Biff,
}

/// <summary>Tells what a file is by its first bytes; its name is only compared with that.</summary>
internal static class FileKinds
{
    /// <summary>The endings under which files are read.</summary>
    public const string Extensions = ".csv | .txt | .htm | .html | .xls | .xlsx | .xml | .zip";

    private const int HeadLength = 1_024;

    private static ReadOnlySpan<byte> BiffMagic => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> ZipMagic => "PK"u8;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static FileKind Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(BiffMagic))
        {
            return FileKind.Biff;
        }

        if (content.StartsWith(ZipMagic))
        {
            return FileKind.Zip;
        }

        ReadOnlySpan<byte> text = content.StartsWith(Utf8Mark) ? content[Utf8Mark.Length..] : content;
        ReadOnlySpan<byte> first = text.TrimStart(" \t\r\n"u8);
        return !first.StartsWith("<"u8) ? FileKind.Text : IsPackage(first) ? FileKind.Xml : FileKind.Html;
    }

    /// <returns>False when the name ends like another sort of file, as .pdf and .docx do. A name need not end in anything.</returns>
    public static bool Reads(string name) =>
        Extension(name) is "" or "csv" or "txt" or "htm" or "html" or "xls" or "xlsx" or "xml" or "zip";

    /// <returns>False when the name promises something else than the content is.</returns>
    /// <remarks>The publisher offers workbooks and pages under .xls, so that ending may hold any of the three.</remarks>
    public static bool Fits(FileKind kind, string name) => Extension(name) switch
    {
        "csv" or "txt" => kind is FileKind.Text,
        "htm" or "html" => kind is FileKind.Html,
        "xlsx" or "zip" => kind is FileKind.Zip,
        "xml" => kind is FileKind.Xml,
        "xls" => kind is not FileKind.Text,
        _ => true,
    };

    // Pages and workbooks saved as XML begin like XML too; only the root tells.
    private static bool IsPackage(ReadOnlySpan<byte> text) =>
        text[..Math.Min(text.Length, HeadLength)].IndexOf("<Package"u8) >= 0;

    public static string Extension(string name) =>
        Path.GetExtension(name).TrimStart('.').ToLower(CultureInfo.InvariantCulture);
}
