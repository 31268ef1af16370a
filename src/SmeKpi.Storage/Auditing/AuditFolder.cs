using System.Globalization;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Auditing;

/// <summary>What is kept about the chain outside the database: where it ends now, and where it ended on each day.</summary>
/// <remarks>
/// The folder may lie on another machine. Whoever can write the database, but not this folder, can neither cut the end
/// off nor write the chain anew without being noticed.
/// </remarks>
/// <param name="path">Made when it is first written to.</param>
public sealed class AuditFolder(string path)
{
    private const string HeadName = "audit-head";
    private const string AnchorsName = "audit.jsonl";

    private readonly Lock _writing = new();
    private AuditHead? _owed = AuditHead.None;

    public string Location => path;

    private string HeadPath => Path.Combine(path, HeadName);

    private string AnchorsPath => Path.Combine(path, AnchorsName);

    /// <returns>Null when there is no such file.</returns>
    public string? ReadHead()
    {
        try
        {
            return ReadShared(HeadPath);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <returns>Empty when there is no such file.</returns>
    public string ReadAnchors()
    {
        try
        {
            return ReadShared(AnchorsPath);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return string.Empty;
        }
    }

    /// <summary>Opens the file of anchors for one writer, on this machine and on others.</summary>
    /// <exception cref="IOException">Another writer has it, or the folder cannot be written.</exception>
    public FileStream OpenAnchors()
    {
        Directory.CreateDirectory(path);
        return new FileStream(AnchorsPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Notes the newest entry after it was committed. What cannot be noted is owed, see <see cref="Settle"/>.</summary>
    /// <remarks>
    /// The entry is stored by then, so that this never throws. Two processes may write at once; then the file is behind
    /// the chain until the next entry, but never ahead of it.
    /// </remarks>
    public void NoteHead(AuditHead head)
    {
        lock (_writing)
        {
            try
            {
                Write(head);
                _owed = null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                _owed = head;
            }
        }
    }

    /// <summary>Makes sure that the next entry can be noted; writes what is owed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Settle()
    {
        lock (_writing)
        {
            if (_owed is null)
            {
                return;
            }

            Directory.CreateDirectory(path);
            Write(_owed);
            _owed = null;
        }
    }

    /// <summary>Replaces the file as a whole. A higher number stays: it is the trace of entries that were cut off.</summary>
    private void Write(AuditHead head)
    {
        string fresh = HeadPath + string.Create(CultureInfo.InvariantCulture, $".{Environment.ProcessId}");
        File.WriteAllText(fresh, head.ToString());
        if (head.Number > 0 && !(AuditHead.Parse(ReadHead())?.Number > head.Number))
        {
            File.Move(fresh, HeadPath, overwrite: true);
        }
        else
        {
            File.Delete(fresh);
        }
    }

    private static string ReadShared(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
