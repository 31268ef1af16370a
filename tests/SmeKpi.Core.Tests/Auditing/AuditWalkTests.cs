using SmeKpi.Core.Auditing;

namespace SmeKpi.Core.Tests.Auditing;

public sealed class AuditWalkTests
{
    [Fact]
    public void Verify_ChainAsWritten_Holds() =>
        Assert.Equal(new AuditVerdict(12, 4, null), new Chain(12, anchorEvery: 3).Verify());

    [Fact]
    public void Verify_NothingWrittenYet_Holds() => Assert.Equal(new AuditVerdict(0, 0, null), new Chain(0).Verify());

    [Fact]
    public void Verify_ChangedEntry_IsNamed()
    {
        Chain chain = new(5);
        chain.Entries[2] = chain.Entries[2] with { Event = chain.Entries[2].Event with { Target = "D999 2026-10" } };

        AssertFault(AuditFaultKind.Changed, 3, chain);
    }

    [Fact]
    public void Verify_ResultThatDoesNotExistButFitsItsHash_IsAChange()
    {
        Chain chain = new(5);
        chain.Entries[2] = chain.Entries[2] with { Event = chain.Entries[2].Event with { Result = (AuditResult)(-1) } };
        chain.Rehash(3);
        chain.HeadFile = chain.Head;

        AssertFault(AuditFaultKind.Changed, 3, chain);
    }

    [Fact]
    public void Verify_DeletedEntry_IsMissing()
    {
        Chain chain = new(5);
        chain.Entries.RemoveAt(1);

        AssertFault(AuditFaultKind.Missing, 2, chain);
    }

    [Fact]
    public void Verify_TwoEntriesChangedPlaces_AreOutOfPlace()
    {
        Chain chain = new(6);
        (chain.Entries[1], chain.Entries[4]) =
            (chain.Entries[4] with { Number = 2 }, chain.Entries[1] with { Number = 5 });

        AuditFault fault = AssertFault(AuditFaultKind.OutOfPlace, 2, chain);
        Assert.Equal(("5", "2"), (fault.Found, fault.Expected));
    }

    [Fact]
    public void Verify_InsertedEntryWithAGoodHash_IsNamed()
    {
        Chain chain = new(5);
        AuditEntry stranger = AuditChain.Append(3, chain.Entries[2].At, Chain.What(99), chain.Entries[1].Hash);
        chain.Entries.Insert(2, stranger);
        for (int at = 3; at < chain.Entries.Count; at++)
        {
            chain.Entries[at] = chain.Entries[at] with { Number = at + 1 };
        }

        AssertFault(AuditFaultKind.Inserted, 3, chain);
    }

    [Fact]
    public void Verify_EntryReplacedByOneWithAGoodHash_IsNamed()
    {
        Chain chain = new(5);
        chain.Entries[2] = AuditChain.Append(3, chain.Entries[2].At, Chain.What(99), chain.Entries[1].Hash);

        AssertFault(AuditFaultKind.Replaced, 3, chain);
    }

    [Fact]
    public void Verify_EndCutOff_IsNoticedByTheHead()
    {
        Chain chain = new(5);
        chain.Entries.RemoveRange(3, 2);
        chain.HeadFile = null;

        AuditFault fault = AssertFault(AuditFaultKind.CutOff, 4, chain);
        Assert.Equal(("3", "5"), (fault.Found, fault.Expected));
    }

    [Fact]
    public void Verify_EndCutOffAndHeadRewritten_IsNoticedByTheFile()
    {
        Chain chain = new(5);
        chain.Entries.RemoveRange(3, 2);
        chain.NoteHead();

        AssertFault(AuditFaultKind.CutOff, 4, chain);
    }

    [Fact]
    public void Verify_EverythingDeleted_IsNoticed()
    {
        Chain chain = new(5);
        chain.Entries.Clear();
        chain.NoteHead();

        AssertFault(AuditFaultKind.CutOff, 1, chain);
    }

    [Fact]
    public void Verify_EndCutOffHeadAndFileRewritten_IsNoticedByTheAnchor()
    {
        Chain chain = new(6, anchorEvery: 3);
        chain.Entries.RemoveRange(4, 2);
        chain.NoteHead();
        chain.HeadFile = chain.Head;

        Assert.Equal(new DateOnly(2026, 11, 3), AssertFault(AuditFaultKind.CutOff, 5, chain).Day);
    }

    [Fact]
    public void Verify_ChainWrittenAnewFromAnEntryOn_DiffersFromTheNextAnchor()
    {
        Chain chain = new(12, anchorEvery: 3);
        chain.Entries[4] = chain.Entries[4] with { Event = Chain.What(99) };
        chain.Rehash(5);
        chain.HeadFile = chain.Head;

        Assert.Equal(new DateOnly(2026, 11, 3), AssertFault(AuditFaultKind.DiffersFromAnchor, 6, chain).Day);
    }

    [Fact]
    public void Verify_ChainWrittenAnewAfterTheLastAnchor_DiffersFromTheFile()
    {
        Chain chain = new(11, anchorEvery: 3);
        chain.Entries[9] = chain.Entries[9] with { Event = Chain.What(99) };
        chain.Rehash(10);

        AssertFault(AuditFaultKind.DiffersFromHeadFile, 11, chain);
    }

    [Fact]
    public void Verify_EntryAfterTheNotedEnd_IsNoticed()
    {
        Chain chain = new(3);
        chain.Entries.Add(AuditChain.Append(4, chain.Entries[2].At, Chain.What(4), chain.Entries[2].Hash));

        AssertFault(AuditFaultKind.BeyondHead, 4, chain);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3:")]
    [InlineData("three")]
    public void Verify_HeadMissingOrUnreadable_IsNoticed(string? head)
    {
        Chain chain = new(3) { Head = head };

        AssertFault(AuditFaultKind.HeadBroken, 3, chain);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 3:x")]
    public void Verify_FileWithTheEndMissingOrUnreadable_IsNoticed(string? headFile)
    {
        Chain chain = new(3) { HeadFile = headFile };

        AssertFault(AuditFaultKind.HeadFileBroken, 3, chain);
    }

    [Fact]
    public void Verify_FileBehindTheChain_Holds()
    {
        Chain chain = new(5);
        chain.HeadFile = new AuditHead(4, chain.Entries[3].Hash).ToString();

        Assert.Null(chain.Verify().Fault);
    }

    [Fact]
    public void Verify_BrokenAnchorsOverASoundChain_NamesTheLine()
    {
        Chain chain = new(9, anchorEvery: 3);
        chain.Anchors = chain.Anchors.Replace("2026-11-03", "2026-11-05", StringComparison.Ordinal);

        AssertFault(AuditFaultKind.AnchorsBroken, 2, chain);
    }

    private static AuditFault AssertFault(AuditFaultKind kind, long number, Chain chain)
    {
        AuditFault? fault = chain.Verify().Fault;
        Assert.NotNull(fault);
        Assert.Equal((kind, number), (fault.Kind, fault.Number));
        return fault;
    }
}
