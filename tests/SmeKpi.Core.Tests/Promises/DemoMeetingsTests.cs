using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Promises;

/// <summary>The made-up meetings are loaded strictly, and every promise in them can be followed as the file says.</summary>
public sealed class DemoMeetingsTests
{
    private static readonly MasterData s_master = new(
        [.. new[] { "D001", "D005" }.Select(code => new Bank(
            code, new(code, code), BankType.City, LocallyIncorporated: false, null, null, null, []))],
        [
            new("320900", new("市", "City"), null, RegionKind.City),
            new("320904", new("甲", "One"), "320900", RegionKind.County),
            new("320981", new("乙", "Two"), "320900", RegionKind.County),
        ]);

    private static string File => Path.Combine(Repository.SeedData, "demo-meetings", "meetings.yaml");

    [Fact]
    public void Load_TheRepositorysFile_HoldsEveryKindOfOwnerAndOutcome()
    {
        IReadOnlyList<DemoMeeting> meetings = DemoMeetings.Load(File, Repository.Policy, s_master);

        Assert.Equal(meetings.OrderBy(meeting => meeting.HeldOn), meetings);
        Assert.Equal(
            Enum.GetValues<OwnerKind>(),
            meetings.SelectMany(meeting => meeting.Promises).Select(promise => promise.Owner.Kind).Distinct().Order());
        Assert.Superset(
            new HashSet<PromiseAct> { PromiseAct.Keep, PromiseAct.CarryOver, PromiseAct.Break },
            meetings.SelectMany(meeting => meeting.Follows).Select(step => step.Act).ToHashSet());
    }

    [Theory]
    [InlineData("synthetic: true", "synthetic: false", "these meetings are made up")]
    [InlineData("code: D005", "code: D999", "found 'D999', expected a department of measures.yaml")]
    [InlineData("target: M08.1", "target: M02.1", "expected a judged target or a measure")]
    [InlineData("promise: rate-talks", "promise: nothing", "found 'nothing', expected the key of a promise")]
    [InlineData("act: keep", "act: kept", "found 'kept', expected keep | carry-over | break | withdraw")]
    [InlineData("due: 2025-05-31", "due: 31 May", "found '31 May', expected a date")]
    [InlineData("    name: 2025年一季度", "    place: x\n    name: 2025年一季度", "unknown key 'place'")]
    public void Load_AWrongFile_NamesLineValueAndForm(string right, string wrong, string complaint)
    {
        string path = Path.Combine(Path.GetTempPath(), $"smekpi-meetings-{Guid.NewGuid():N}.yaml");
        string text = System.IO.File.ReadAllText(File);
        Assert.Contains(right, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        try
        {
            Assert.Contains(
                complaint,
                Assert.Throws<DataFileException>(() => DemoMeetings.Load(path, Repository.Policy, s_master)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
