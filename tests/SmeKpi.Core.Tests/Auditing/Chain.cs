using SmeKpi.Core.Auditing;

namespace SmeKpi.Core.Tests.Auditing;

/// <summary>A chain with its noted ends and anchors, as the program writes them.</summary>
internal sealed class Chain
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(8));

    /// <param name="length">How many entries.</param>
    /// <param name="anchorEvery">An anchor after each so many entries; 0 for none.</param>
    public Chain(int length, int anchorEvery = 0)
    {
        AuditHead newest = AuditHead.None;
        AuditAnchor? anchor = null;
        for (int number = 1; number <= length; number++)
        {
            AuditEntry entry = AuditChain.Append(number, s_start.AddMinutes(number), What(number), newest.Hash);
            Entries.Add(entry);
            newest = new AuditHead(entry.Number, entry.Hash);
            if (anchorEvery > 0 && number % anchorEvery == 0)
            {
                anchor = AnchorChain.Append(s_start.AddDays(number / anchorEvery), newest, anchor);
                Anchors += AnchorChain.ToText(anchor) + "\n";
            }
        }

        HeadFile = length > 0 ? newest.ToString() : null;
        NoteHead();
    }

    public List<AuditEntry> Entries { get; } = [];

    public string? Head { get; set; }

    public string? HeadFile { get; set; }

    public string Anchors { get; set; } = string.Empty;

    public AuditVerdict Verify() => AuditWalk.Verify(Entries, new AuditWitnesses(Head, HeadFile, Anchors));

    /// <summary>Rewrites everything from an entry on, as somebody would who can write the database.</summary>
    public void Rehash(int from)
    {
        string before = from > 1 ? Entries[from - 2].Hash : AuditChain.Beginning;
        for (int at = from - 1; at < Entries.Count; at++)
        {
            Entries[at] = AuditChain.Append(at + 1, Entries[at].At, Entries[at].Event, before);
            before = Entries[at].Hash;
        }

        NoteHead();
    }

    public void NoteHead() =>
        Head = Entries is [.., var newest] ? new AuditHead(newest.Number, newest.Hash).ToString() : null;

    public static AuditEvent What(int number) => new(
        $"user-{number % 7}",
        number % 3 == 0 ? null : "analyst",
        number % 5 == 0 ? null : $"10.0.0.{number % 250}",
        AuditAction.All[number % AuditAction.All.Count],
        $"D{number:000} 2026-10",
        (AuditResult)(number % 3),
        number % 4 == 0 ? null : $"detail {number}");
}
