using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.DataFiles;
using SmeKpi.Web.Dashboards;
using SmeKpi.Web.Tests.Samples;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Dashboards;

/// <summary>Edited files are picked up; while one is wrong, the last good ones stay.</summary>
public sealed class DashboardShelfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public DashboardShelfTests()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "dashboards")))
        {
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }
    }

    [Fact]
    public void Current_FilesAsTheyWere_StaysTheSame()
    {
        DashboardShelf shelf = Open();
        DashboardSet first = shelf.Current;

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Same(first, shelf.Current);
    }

    [Fact]
    public void Current_AnEditedFile_IsPickedUpAfterASecond()
    {
        DashboardShelf shelf = Open();
        int before = shelf.Current.Version;
        Edit("overview.yaml", "en: Overview", "en: The month");

        Assert.Equal("Overview", Title(shelf));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("The month", Title(shelf));
        Assert.Equal((before + 1, null), (shelf.Current.Version, shelf.Current.Fault));
    }

    [Fact]
    public void Current_AFileThatIsWrong_KeepsTheOldOnesAndSaysWhy()
    {
        DashboardShelf shelf = Open();
        Edit("overview.yaml", "kind: contributors", "kind: movers");
        _clock.Advance(TimeSpan.FromSeconds(1));

        DashboardSet kept = shelf.Current;

        Assert.Equal("Overview", Title(shelf));
        Assert.Equal(1, kept.Version);
        Assert.StartsWith("overview.yaml:", kept.Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("found 'movers', expected", kept.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow(), kept.Fault.Since);

        Edit("overview.yaml", "kind: movers", "kind: contributors");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((2, null), (shelf.Current.Version, shelf.Current.Fault));
    }

    [Fact]
    public void Current_TheFolderGone_KeepsTheOldOnes()
    {
        DashboardShelf shelf = Open();
        Directory.Move(_folder.Path, _folder.Path + ".gone");
        _clock.Advance(TimeSpan.FromSeconds(1));
        try
        {
            Assert.Equal("Overview", Title(shelf));
            Assert.Contains("missing", shelf.Current.Fault!.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(_folder.Path + ".gone", _folder.Path);
        }
    }

    [Fact]
    public void Current_ANewBoard_IsThere()
    {
        DashboardShelf shelf = Open();
        File.WriteAllText(Path.Combine(_folder.Path, "mine.yaml"), """
            id: mine
            page: board
            title: { zh-CN: 自定, en: Mine }
            panels:
              rate: { kind: target-tile, kpi: M08.1 }
            layout:
              - [rate]
            """);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("M08.1", shelf.Current.Files.Single(file => file.Id == "mine").Panel("rate").Kpi);
    }

    [Fact]
    public void Open_AFileThatIsWrong_StopsTheStart()
    {
        Edit("overview.yaml", "page: overview", "page: board");

        DataFileException error = Assert.Throws<DataFileException>(Open);

        Assert.Contains("no file makes the page overview", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private DashboardShelf Open() => new(
        DashboardFolder.Open(_folder.Path, Repository.Policy), Repository.Policy, _clock, NullLogger<DashboardShelf>.Instance);

    private static string Title(DashboardShelf shelf) => shelf.Current.Of(Core.Dashboards.PageKind.Overview).Title.En;

    private void Edit(string name, string old, string replacement)
    {
        string path = Path.Combine(_folder.Path, name);
        string text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
