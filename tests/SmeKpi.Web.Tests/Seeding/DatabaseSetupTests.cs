using SmeKpi.Storage;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Seeding;

public sealed class DatabaseSetupTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Seed_BrokenOff_StaysADemonstration()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        await using (ProgramServices first = new(folder["data"], noSeed: false))
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() =>
                first.Setup.PrepareAsync(new BreaksOff(), CancellationToken.None));
        }

        await using ProgramServices second = new(folder["data"], noSeed: true);

        Assert.Equal(0, second.Database.Count("imports"));
        Assert.Equal(MetaStore.DemoMode, await second.Meta.FindAsync(MetaStore.Mode));
        Assert.True(await second.Setup.IsDemoAsync(CancellationToken.None));
    }

    [Fact]
    public async Task IsDemo_NoDatabase_SaysWhatItWouldBecomeAndMakesNone()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices demo = new(folder["data"], noSeed: false);
        await using ProgramServices real = new(folder["data"], noSeed: true);

        Assert.True(await demo.Setup.IsDemoAsync(CancellationToken.None));
        Assert.False(await real.Setup.IsDemoAsync(CancellationToken.None));
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Prepare_DatabaseWithoutSeed_KnowsTheAreasAndNoBanksOrStatistics()
    {
        using TemporaryFolder folder = new();
        DatabaseFile database = new(await seeded.CopyEmptyAsync(folder));

        Assert.Equal(14, database.Count("regions"));
        Assert.Equal(0, database.Count("banks"));
        Assert.Equal(0, database.Count("observations"));
        Assert.Equal(MetaStore.RealMode, database.Rows("SELECT value FROM meta WHERE key = 'mode'")[0][0]);
    }

    [Fact]
    public async Task Prepare_PreparedDatabase_ChangesNothing()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string content = new DatabaseFile(data).Hash();
        await using ProgramServices program = new(data, noSeed: false);

        bool demo = await program.Setup.PrepareAsync(new BreaksOff(), CancellationToken.None);

        Assert.False(demo);
        Assert.Equal(content, new DatabaseFile(data).Hash());
    }

    /// <summary>The power fails at the first sign of life.</summary>
    private sealed class BreaksOff : IProgress<string>
    {
        public void Report(string value) => throw new OperationCanceledException(value);
    }
}
