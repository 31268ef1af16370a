using System.Text;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Jobs;

/// <summary>Reminders are left once for each bank, return, month and kind, on working days. Synthetic: one bank X1.</summary>
public sealed class RemindOfDueFilingsTests(SeededDatabase seeded)
{
    private const string Reminders = "audit WHERE action = 'remind'";

    [Fact]
    public async Task Run_Twice_RemindsOnce()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await StartAsync(folder);

        await RunAsync(program);
        long once = program.Database.Count(Reminders);
        await RunAsync(program);

        // The clock stands on Thursday 12 July 2040: three returns for each month from January 2025 to June 2040.
        Assert.Equal(once, program.Database.Count(Reminders));
        Assert.Equal(186, program.Database.Count($"{Reminders} AND target LIKE 'X1 monthly-loans %'"));
        Assert.Equal(3 * 186, once);
        Assert.Equal(1, program.Database.Count($"{Reminders} AND target = 'X1 inclusive-mse 2040-06' AND detail = 'due-soon due 2040-07-13'"));
        Assert.Equal(1, program.Database.Count($"{Reminders} AND target = 'X1 monthly-loans 2040-05' AND detail = 'overdue due 2040-06-14'"));
    }

    [Fact]
    public async Task Run_ADayLater_RemindsOfWhatIsOverdueSince()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await StartAsync(folder);
        await RunAsync(program);
        long before = program.Database.Count(Reminders);

        program.Clock.Advance(TimeSpan.FromDays(4));
        await RunAsync(program);

        Assert.True(program.Database.Count(Reminders) > before);
        Assert.Equal(2, program.Database.Count($"{Reminders} AND target = 'X1 inclusive-mse 2040-06'"));
    }

    [Fact]
    public async Task Run_OnASunday_RemindsNobody()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await StartAsync(folder);
        program.Clock.Advance(TimeSpan.FromDays(3));

        await RunAsync(program);

        Assert.Equal(0, program.Database.Count(Reminders));
    }

    private async Task<ProgramServices> StartAsync(TemporaryFolder folder)
    {
        ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        program.Drop("banks.csv", Encoding.UTF8.GetBytes(
            "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\nX1,甲,A,state,false,,,\n"));
        await program.LookAsync();
        await program.WorkAsync();
        return program;
    }

    private static Task RunAsync(ProgramServices program) =>
        program.Get<RemindOfDueFilings>().RunAsync(CancellationToken.None);
}
