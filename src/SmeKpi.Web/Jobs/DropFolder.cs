using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmeKpi.Core.Validation;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Jobs;

/// <summary>The folder into which people put files, and the two below it into which they are moved.</summary>
internal sealed class DropFolder(Settings settings, TimeProvider clock)
{
    private const int LargestFile = 20 * 1024 * 1024;

    private static readonly Finding s_tooLarge = new(RuleNumbers.TooLarge, null, $"> {LargestFile} B", $"<= {LargestFile} B");

    // A file that is still being copied keeps changing.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(2);

    private static readonly CultureInfo[] s_languages =
        [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    private string Accepted => Path.Combine(settings.DropDirectory, "accepted");

    private string Refused => Path.Combine(settings.DropDirectory, "refused");

    /// <summary>The files that wait and are not being written any more, by name.</summary>
    public IEnumerable<FileInfo> Waiting()
    {
        Directory.CreateDirectory(settings.DropDirectory);
        return Waiting(new DirectoryInfo(settings.DropDirectory));
    }

    /// <summary>The files that wait in the folders of banks, by folder and name.</summary>
    public IEnumerable<FileInfo> WaitingOfBanks() => !Directory.Exists(settings.DropDirectory)
        ? []
        : new DirectoryInfo(settings.DropDirectory).EnumerateDirectories()
            .Where(directory => directory.FullName != Accepted && directory.FullName != Refused)
            .OrderBy(directory => directory.Name, StringComparer.Ordinal).SelectMany(Waiting);

    private IEnumerable<FileInfo> Waiting(DirectoryInfo directory)
    {
        DateTime quietSince = (clock.GetUtcNow() - s_quiet).UtcDateTime;
        return directory.EnumerateFiles()
            .Where(file => file.LastWriteTimeUtc <= quietSince && !file.Name.StartsWith('.'))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>Gives back what is too large to be a return.</summary>
    /// <returns>False when the file is not too large; then nothing has happened.</returns>
    public async Task<bool> TryRefuseBySizeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Length <= LargestFile)
        {
            return false;
        }

        await RefuseAsync(new ImportArgument(file.FullName, string.Empty), [s_tooLarge], cancellationToken);
        return true;
    }

    /// <returns>Null when the file is gone or locked.</returns>
    public static async Task<ImportArgument?> IdentifyAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.Read);
            return new ImportArgument(
                file.FullName, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <returns>Null when the file is gone or holds other bytes by now.</returns>
    public static async Task<byte[]?> ReadAsync(ImportArgument argument, CancellationToken cancellationToken)
    {
        if (!File.Exists(argument.Path))
        {
            return null;
        }

        byte[] content = await File.ReadAllBytesAsync(argument.Path, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == argument.Sha256 ? content : null;
    }

    public void Accept(ImportArgument argument) => Move(argument, PlaceFor(argument, Accepted));

    /// <summary>Moves the file away and lays beside it why it was refused, in both languages.</summary>
    public async Task RefuseAsync(
        ImportArgument argument, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        StringBuilder words = new();
        foreach (CultureInfo language in s_languages)
        {
            words.AppendJoin('\n', findings.Select(finding => RuleMessages.Describe(finding, language))).Append("\n\n");
        }

        // The reasons first: killed in between, the file still waits and is refused again, never without them.
        string place = PlaceFor(argument, Refused);
        await File.WriteAllTextAsync(place + ".txt", words.ToString(), cancellationToken);
        Move(argument, place);
    }

    private static void Move(ImportArgument argument, string place)
    {
        if (File.Exists(argument.Path))
        {
            File.Move(argument.Path, place);
        }
    }

    private string PlaceFor(ImportArgument argument, string folder)
    {
        Directory.CreateDirectory(folder);
        string stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        string name = Path.GetFileName(argument.Path);
        string target = Path.Combine(folder, $"{stamp}-{name}");
        for (int copy = 2; File.Exists(target); copy++)
        {
            target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{copy}-{name}"));
        }

        return target;
    }
}
