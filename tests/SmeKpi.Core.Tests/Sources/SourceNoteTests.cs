using System.Security.Cryptography;
using SmeKpi.Core.Sources;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class SourceNoteTests
{
    private const string Good = "publisher: 人民银行\ntitle: 表\naddress: https://example.org\n";

    [Fact]
    public void Parse_AllOfSeedData_FitTheirFiles()
    {
        string[] notes = Directory.GetFiles(
            Path.Combine(SeedData.Folder, "statistics"), "*.source.yaml", SearchOption.AllDirectories);

        Assert.True(notes.Length >= 9);
        Assert.All(notes, path =>
        {
            SourceNote note = SourceNote.Parse(Path.GetFileName(path), File.ReadAllText(path));
            string stem = path[..^".source.yaml".Length];
            string data = File.Exists(stem + ".csv") ? stem + ".csv" : stem + ".xlsx";
            Assert.NotEmpty(note.Publisher);
            if (note.Sha256 is { } expected)
            {
                Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(data))));
            }
        });
    }

    [Fact]
    public void Parse_DateAndFlag_AreRead()
    {
        SourceNote note = SourceNote.Parse("n", Good + "published: 2025-01-14\nsynthetic: false\nnote: 说明\n");

        Assert.Equal(new DateOnly(2025, 1, 14), note.Published);
        Assert.False(note.Synthetic);
        Assert.Equal("说明", note.Note);
    }

    [Fact]
    public void Parse_SyntheticData_NeedsNoAddress() =>
        Assert.True(SourceNote.Parse("n", "publisher: demo\ntitle: demo\nsynthetic: true\n").Synthetic);

    [Theory]
    [InlineData(Good + "adress: x\n", "n.yaml(4)")]
    [InlineData(Good + "published: 14.1.2025\n", "n.yaml(4)")]
    [InlineData(Good + "synthetic: yes\n", "n.yaml(4)")]
    [InlineData(Good + "note:\n", "n.yaml(4)")]
    [InlineData("publisher: x\ntitle: y\n", "address")]
    [InlineData(Good + "title: twice\n", "n.yaml(")]
    [InlineData("- a\n", "mapping")]
    [InlineData("", "mapping")]
    [InlineData("a: [", "n.yaml(")]
    public void Parse_WrongNote_NamesFileAndLine(string yaml, string expected)
    {
        SourceNoteException exception = Assert.Throws<SourceNoteException>(() => SourceNote.Parse("n.yaml", yaml));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
