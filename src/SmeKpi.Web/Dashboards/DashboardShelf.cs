using System.Globalization;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Policies;

namespace SmeKpi.Web.Dashboards;

/// <summary>Holds the dashboards; files that changed are read again, and while one is wrong the last good ones stay.</summary>
/// <remarks>
/// Looks at the folder when somebody asks, at most once a second. Messages of the file system would come sooner, but not
/// from every shared folder, and their number is limited on a machine.
/// </remarks>
internal sealed class DashboardShelf(
    DashboardFolder folder, PolicyDocument policy, TimeProvider clock, ILogger<DashboardShelf> log)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DashboardSet _current = new(folder.First);
    private string _stamp = folder.Stamp;
    private long _looked = clock.GetTimestamp();

    public DashboardSet Current
    {
        get
        {
            if (clock.GetElapsedTime(Volatile.Read(ref _looked)) >= s_pause && _lock.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _lock.Exit();
                }
            }

            return Volatile.Read(ref _current);
        }
    }

    private void Look()
    {
        string stamp = DashboardFolder.StampOf(folder.Path);
        if (stamp != _stamp)
        {
            Volatile.Write(ref _current, Read(_current));
            _stamp = stamp;
        }

        Volatile.Write(ref _looked, clock.GetTimestamp());
    }

    private DashboardSet Read(DashboardSet before)
    {
        try
        {
            return new DashboardSet(DashboardLoader.Load(folder.Path, policy), before.Version + 1);
        }
        catch (Exception error) when (error is DataFileException or IOException or UnauthorizedAccessException)
        {
            DashboardLog.Refused(log, error.Message);
            DateTimeOffset now = clock.GetUtcNow();
            DashboardFault fault = error is DataFileException wrong
                ? DashboardFault.Of(wrong, now)
                : new DashboardFault(error.GetType().Name, now);
            return before with { Version = before.Version + 1, Fault = fault };
        }
    }
}

/// <summary>Where the dashboards are, and what was there at the start.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="First">Valid: a program does not start on files that are not.</param>
internal sealed record DashboardFolder(string Path, IReadOnlyList<DashboardDefinition> First, string Stamp)
{
    /// <exception cref="DataFileException">A file is wrong; the message names file, line, value and form.</exception>
    public static DashboardFolder Open(string path, PolicyDocument policy)
    {
        // Taken before they are read: what changes meanwhile is read once more.
        string stamp = StampOf(path);
        return new DashboardFolder(path, DashboardLoader.Load(path, policy), stamp);
    }

    /// <summary>Changes whenever a file does; empty while there is no such folder.</summary>
    public static string StampOf(string path) => !Directory.Exists(path) ? string.Empty : string.Join('|', new DirectoryInfo(path)
        .EnumerateFiles()
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => string.Create(
            CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));
}

internal static partial class DashboardLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Edited dashboards are not used: {Why}")]
    public static partial void Refused(ILogger log, string why);
}
