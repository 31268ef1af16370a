using SmeKpi.Core.Auditing;

namespace SmeKpi.Core.Tests.Auditing;

public sealed class AnchorChainTests
{
    private static readonly string s_text = new Chain(9, anchorEvery: 3).Anchors;

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        (IReadOnlyList<AuditAnchor> anchors, AuditFault? fault) = AnchorChain.Read(s_text);

        Assert.Null(fault);
        Assert.Equal([3, 6, 9], anchors.Select(anchor => anchor.Number));
        Assert.Equal(s_text, string.Concat(anchors.Select(anchor => AnchorChain.ToText(anchor) + "\n")));
    }

    [Fact]
    public void Read_AnyCharacterChangedRemovedOrDoubled_IsAFault()
    {
        for (int at = 0; at < s_text.Length; at++)
        {
            char other = s_text[at] == '7' ? '8' : '7';
            string[] altered =
            [
                $"{s_text[..at]}{other}{s_text[(at + 1)..]}", s_text.Remove(at, 1), s_text.Insert(at, s_text[at].ToString()),
            ];
            Assert.All(altered, text => Assert.NotNull(AnchorChain.Read(text).Fault));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Read_LineRemovedFromTheMiddle_NamesItsPlace(int line, int number)
    {
        List<string> lines = [.. s_text.Split('\n')];
        lines.RemoveAt(line);

        AuditFault? fault = AnchorChain.Read(string.Join('\n', lines)).Fault;

        Assert.Equal((AuditFaultKind.AnchorsBroken, number), (fault?.Kind, fault?.Number));
    }

    [Fact]
    public void Read_LinesInAnotherOrder_IsAFault()
    {
        string[] lines = s_text.Split('\n');

        Assert.Equal(2, AnchorChain.Read(string.Join('\n', lines[0], lines[2], lines[1], "")).Fault?.Number);
    }

    [Fact]
    public void Read_LastLineNotFinished_KeepsTheOnesBefore()
    {
        (IReadOnlyList<AuditAnchor> anchors, AuditFault? fault) = AnchorChain.Read(s_text[..^10]);

        Assert.Equal(2, anchors.Count);
        Assert.Equal(3, fault?.Number);
    }
}
