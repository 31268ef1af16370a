using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Policies;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class TextPieceTests
{
    [Fact]
    public void Split_TwoQuotes_MarksThemAndNothingElse() => Assert.Equal(
        [new TextPiece("a", false), new TextPiece("bc", true), new TextPiece("d", false), new TextPiece("e", true)],
        TextPiece.Split("abcde", ["bc", "e", "zz", ""]));

    [Fact]
    public void Split_QuotesThatOverlap_AreOnePiece() =>
        Assert.Equal([new TextPiece("abcd", true)], TextPiece.Split("abcd", ["abc", "bcd"]));

    [Fact]
    public void Split_EveryMeasure_KeepsTheTextVerbatim()
    {
        foreach (Measure measure in Repository.Policy.Measures)
        {
            IEnumerable<string> quotes = Repository.Policy.Provisions
                .Where(provision => provision.Measure == measure.Number).Select(provision => provision.Quote);

            Assert.Equal(measure.Text, string.Concat(TextPiece.Split(measure.Text, quotes).Select(piece => piece.Text)));
        }
    }
}
