using SmeKpi.Core.Sources;
using SmeKpi.Storage.Imports;

namespace SmeKpi.Web.Seeding;

/// <summary>Finds the note that lies beside a file of statistics.</summary>
internal static class SourceNotes
{
    public const string Ending = ".source.yaml";

    /// <returns>Null when there is no note.</returns>
    /// <exception cref="SourceNoteException">The note is wrong; the message names file and line.</exception>
    public static Provenance? Beside(string path)
    {
        string beside = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + Ending);
        if (!File.Exists(beside))
        {
            return null;
        }

        SourceNote note = SourceNote.Parse(beside, File.ReadAllText(beside));
        return new Provenance(note.Publisher, note.Title, note.Address, note.Note, note.Synthetic);
    }
}
