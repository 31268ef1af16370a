using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Events;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Events;

public sealed class TimelineTests
{
    private static readonly YearMonth s_january = new(2025, 1);
    private static readonly EventNote s_policy = new("p", new DateOnly(2025, 2, 21), new("政", "Policy"), new("源", "Source"), null);

    [Fact]
    public void Of_NotesAndChangesOfTheRate_AreNumberedInTheirOrder()
    {
        IReadOnlyList<TimelineEvent> events = Timeline.Of([s_policy], Lpr, s_january, new YearMonth(2025, 12), known: null);

        Assert.Equal([(1, new YearMonth(2025, 2)), (2, new YearMonth(2025, 5))], events.Select(each => (each.Number, each.Month)));
        Assert.Equal(s_policy, events[0].Note);
        Assert.Equal(new RateChange(Percentage.FromPercent(3.1m), Percentage.FromPercent(3.0m)), events[1].Lpr);
    }

    [Fact]
    public void Of_MonthsWithoutARate_AreNoChange() => Assert.Empty(Timeline.Of(
        [], month => month < new YearMonth(2025, 5) ? null : Lpr(month), s_january, new YearMonth(2025, 12), known: null));

    [Fact]
    public void Of_PastDay_LeavesOutWhatHadNotHappened() => Assert.Empty(Timeline.Of(
        [s_policy], _ => null, s_january, new YearMonth(2025, 12), known: new DateOnly(2025, 2, 20)));

    [Fact]
    public void Load_ShippedFile_HasThePolicyAndTheScopeEachWithItsSource()
    {
        IReadOnlyList<EventNote> notes = EventNote.Load(Repository.SeedData);

        Assert.Equal(["policy-in-force", "pboc-scope-2025", "policy-ends"], notes.Select(note => note.Id));
        Assert.Equal(Repository.Policy.Released, notes[0].On);
        Assert.All(notes, note => Assert.NotEmpty(note.Source.Zh));
    }

    [Theory]
    [InlineData("  - { id: a, on: 2025-02-30, name: { zh-CN: 事, en: e }, source: { zh-CN: 源, en: s } }", "on")]
    [InlineData("  - { id: a, on: 2025-02-01, name: { zh-CN: 事, en: e } }", "source")]
    [InlineData("  - { id: a, on: 2025-02-01, name: { zh-CN: 事, en: e }, source: { zh-CN: 源, en: s }, address: ftp://x }", "address")]
    [InlineData("  - { id: a, on: 2025-02-01, name: { zh-CN: 事, en: e }, source: { zh-CN: 源, en: s }, colour: red }", "colour")]
    public void Load_WrongFile_NamesWhatIsWrong(string line, string complaint)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "events"));
            File.WriteAllText(Path.Combine(folder, "events", "events.yaml"), "events:\n" + line);

            DataFileException error = Assert.Throws<DataFileException>(() => EventNote.Load(folder));
            Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Percentage? Lpr(YearMonth month) => Percentage.FromPercent(month < new YearMonth(2025, 5) ? 3.1m : 3.0m);
}
