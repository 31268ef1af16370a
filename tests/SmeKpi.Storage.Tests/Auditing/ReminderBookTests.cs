using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

/// <summary>A bank is reminded once of each return, month and kind.</summary>
public sealed class ReminderBookTests
{
    private static readonly Reminder s_soon = new("due-soon", "A", "monthly-loans", Bench.June, "2025-07-10");

    [Theory, EveryDatabase]
    public async Task Record_TheSameAgain_LeavesOneEntry(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        ReminderBook book = new(bench, bench.Log, bench.Clock);

        Assert.Equal(2, await book.RecordAsync([s_soon, s_soon, s_soon with { Bank = "B" }]));
        Assert.Equal(0, await book.RecordAsync([s_soon]));
        Assert.Equal(1, await book.RecordAsync([s_soon, s_soon with { Kind = "overdue" }]));

        Assert.Equal(
            ["A monthly-loans 2025-06", "B monthly-loans 2025-06", "A monthly-loans 2025-06"],
            (await bench.Reader.PageAsync(new AuditSearch(), 10)).Select(entry => entry.Event.Target));
        Assert.Null(await bench.FaultAsync());
    }

    [Theory, EveryDatabase]
    public async Task LastByBank_SeveralReminders_GivesTheNewest(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        ReminderBook book = new(bench, bench.Log, bench.Clock);
        await book.RecordAsync([s_soon, s_soon with { Bank = "B" }]);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await book.RecordAsync([s_soon with { Kind = "overdue" }]);

        IReadOnlyDictionary<string, DateTimeOffset> last = await book.LastByBankAsync();

        Assert.Equal(["A", "B"], last.Keys.Order());
        Assert.Equal(TimeSpan.FromDays(1), last["A"] - last["B"]);
    }
}
