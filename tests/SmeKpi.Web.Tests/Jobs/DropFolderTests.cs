using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.SampleData;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Jobs;

/// <summary>What is dropped is taken once, or given back with the reason.</summary>
public sealed class DropFolderTests(SeededDatabase seeded)
{
    private const string Bank = "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n"
        + "B001,虚构银行,Made-up Bank,rural,true,,,\n";

    private static readonly byte[] s_return =
        TidyReturns.With("2025-05,B001,320902,loans.all.balance,rmb_fx,1.00,亿元", "2025-06,B001,320902,loans.all.balance,rmb_fx,1.50,亿元");

    [Fact]
    public async Task Return_OfKnownBank_IsStoredMovedAndComputed()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        program.Drop("B001.csv", s_return);

        await program.LookAsync();
        await program.WorkAsync();

        string moved = Assert.Single(Directory.GetFiles(program.Accepted));
        Assert.Equal("20400712T013000000Z-B001.csv", Path.GetFileName(moved));
        Assert.Equal(s_return, await File.ReadAllBytesAsync(moved));
        Assert.Equal(2, program.Database.Count("observations"));
        Assert.Equal("drop-folder", program.Database.Rows("SELECT actor FROM imports ORDER BY id DESC LIMIT 1")[0][0]);
        Assert.True(program.Database.Count("readings WHERE bank_code = 'B001' AND month = 202506") > 0);
        Assert.Equal(0, program.Database.Count("work WHERE state <> 'Done'"));
    }

    [Fact]
    public async Task File_StillBeingCopied_Waits()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        string path = program.Drop("B001.csv", s_return);
        File.SetLastWriteTimeUtc(path, program.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1));

        await program.LookAsync();
        Assert.Equal(0, program.Database.Count("work"));
        program.Clock.Advance(TimeSpan.FromSeconds(2));
        await program.LookAsync();

        Assert.Equal(1, program.Database.Count("work"));
    }

    [Fact]
    public async Task Return_OfUnknownBank_IsGivenBackWithReasonsInBothLanguages()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        program.Drop("B001.csv", s_return);

        await program.LookAsync();
        await program.WorkAsync();

        string report = Assert.Single(Directory.GetFiles(program.Refused, "*.txt"));
        string words = await File.ReadAllTextAsync(report);
        Assert.True(File.Exists(report[..^4]));
        Assert.Contains("B001", words, StringComparison.Ordinal);
        Assert.Contains("应为：", words, StringComparison.Ordinal);
        Assert.Contains("expected: ", words, StringComparison.Ordinal);
        Assert.Equal(0, program.Database.Count("observations"));
        Assert.Equal(1, program.Database.Count("refusals"));
        Assert.False(Directory.Exists(program.Accepted));
    }

    [Fact]
    public async Task Return_RefusedThenDroppedAfterTheBankIsKnown_IsAccepted()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        await program.WorkAsync();
        program.Clock.Advance(TimeSpan.FromHours(1));
        program.Drop("banks.csv", Encoding.UTF8.GetBytes(Bank));
        await program.LookAsync();
        await program.WorkAsync();
        program.Clock.Advance(TimeSpan.FromHours(1));

        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        await program.WorkAsync();

        Assert.Equal(2, program.Database.Count("observations"));
        Assert.Equal(2, Directory.GetFiles(program.Accepted).Length);
    }

    [Fact]
    public async Task Return_DroppedAgain_IsOnlyMoved()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        await program.WorkAsync();
        string content = program.Database.Hash();
        program.Clock.Advance(TimeSpan.FromMinutes(1));

        program.Drop("again.csv", s_return);
        await program.LookAsync();
        await program.WorkAsync();

        Assert.Equal(content, program.Database.Hash());
        Assert.Equal(2, Directory.GetFiles(program.Accepted).Length);
    }

    [Fact]
    public async Task SameBytes_RefusedAgain_AreGivenBackAgain()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        for (int time = 1; time <= 3; time++)
        {
            program.Clock.Advance(TimeSpan.FromMinutes(1));
            program.Drop("page.csv", Encoding.UTF8.GetBytes(SmeKpi.SampleData.Pages.ErrorPage));
            await program.LookAsync();
            await program.WorkAsync();

            Assert.Equal(time, Directory.GetFiles(program.Refused, "*.csv").Length);
            Assert.Equal(time, Directory.GetFiles(program.Refused, "*.txt").Length);
        }
    }

    [Fact]
    public async Task TwoFiles_DroppedInOneMomentUnderNamesThatMeet_AreBothKept()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        await program.WorkAsync();

        program.Drop("B001.csv", TidyReturns.With("2025-07,B001,320902,loans.all.balance,rmb_fx,2.00,亿元"));
        await program.LookAsync();
        await program.WorkAsync();

        Assert.Equal(2, Directory.GetFiles(program.Accepted).Length);
    }

    [Fact]
    public async Task File_TooLargeToBeAReturn_IsGivenBackWithTheReason()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        program.Drop("huge.csv", new byte[(20 * 1024 * 1024) + 1]);

        await program.LookAsync();
        await program.WorkAsync();

        Assert.Single(Directory.GetFiles(program.Refused, "*huge.csv"));
        Assert.Single(Directory.GetFiles(program.Refused, "*huge.csv.txt"));
    }

    [Fact]
    public async Task Job_DeliveredThreeTimes_HasOneEffect()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        long import = (await program.Queue.UnfinishedAsync())[0].Id;

        for (int delivery = 0; delivery < 3; delivery++)
        {
            await program.DeliverAsync(import);
        }

        Assert.Equal(1, program.Database.Count("imports WHERE actor = 'drop-folder'"));
        Assert.Equal(2, program.Database.Count("observations"));
        Assert.Single(Directory.GetFiles(program.Accepted));
        long compute = Assert.Single(await program.Queue.UnfinishedAsync()).Id;
        await program.DeliverAsync(compute);
        string content = program.Database.Hash();
        await program.DeliverAsync(compute);
        await program.DeliverAsync(compute);
        Assert.Equal(content, program.Database.Hash());
    }

    [Fact]
    public async Task Job_HeldByAnother_StoresNothingAndComesBack()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await WithBankAsync(folder);
        program.Drop("B001.csv", s_return);
        await program.LookAsync();
        WorkItem item = (await program.Queue.UnfinishedAsync())[0];
        await program.Queue.TryLeaseAsync(item.Id, TimeSpan.FromMinutes(1));

        await program.DeliverAsync(item.Id);

        Assert.Equal(0, program.Database.Count("observations"));
        Assert.Equal(1, program.Hangfire.ScheduledCount());
        program.Clock.Advance(TimeSpan.FromMinutes(2));
        await program.DeliverAsync(item.Id);
        Assert.Equal(2, program.Database.Count("observations"));
        Assert.Equal(WorkState.Done, (await program.Queue.FindAsync(item.Id))!.State);
    }

    private async Task<ProgramServices> WithBankAsync(TemporaryFolder folder)
    {
        ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        await program.Get<StatisticsImporter>().ImportAsync(
            new SourceFile("banks.csv", Encoding.UTF8.GetBytes(Bank)), new ImportRequest("test"));
        return program;
    }
}
