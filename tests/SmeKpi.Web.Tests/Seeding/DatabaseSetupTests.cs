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
    public async Task Prepare_AfterAKillWhileMigrating_GoesOn()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data"]);
        new DatabaseFile(folder["data"]).Execute(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2025-01-01 00:00:00+00:00');
            """);
        await using ProgramServices program = new(folder["data"]);
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));

        await program.Setup.PrepareAsync(new Progress<string>(), limit.Token);

        Assert.Equal(14, program.Database.Count("regions"));
    }

    [Fact]
    public async Task Prepare_TwoAtOnce_MakeOneDatabase()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices one = new(folder["data"]);
        await using ProgramServices other = new(folder["data"]);

        await Task.WhenAll(
            Task.Run(() => one.Setup.PrepareAsync(new Progress<string>(), CancellationToken.None)),
            Task.Run(() => other.Setup.PrepareAsync(new Progress<string>(), CancellationToken.None)));

        Assert.Equal(14, one.Database.Count("regions"));
        Assert.Equal(1, one.Database.Count("imports"));
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
