using SmeKpi.Core.Filing;
using SmeKpi.Core.Supervision;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Filings;

/// <summary>Filings of bank A for June 2025; each step comes an hour after the one before.</summary>
public sealed class FilingReaderTests
{
    [Theory, EveryDatabase]
    public async Task Versions_RejectedThenTakenBack_WereRefusedFromThatHourOn(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await FileAsync(bench, SubmissionState.Received, SubmissionState.Rejected, SubmissionState.Withdrawn);
        FilingReader reader = new(bench.Database);

        Assert.Equal((SubmissionState.Withdrawn, true), await OnlyAsync(reader, null));
        Assert.Equal((SubmissionState.Rejected, true), await OnlyAsync(reader, Hour(1)));
        Assert.Equal((SubmissionState.Received, false), await OnlyAsync(reader, Hour(1).AddTicks(-1)));
    }

    [Theory, EveryDatabase]
    public async Task Versions_EveryWay_SayWhetherTheyWereEverRefused(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await FileAsync(bench, SubmissionState.Received, SubmissionState.Unreadable, SubmissionState.Withdrawn);
        await FileAsync(bench, SubmissionState.ReadyToSign, SubmissionState.Signed, SubmissionState.Rejected, SubmissionState.Withdrawn);
        await FileAsync(bench, SubmissionState.Received, SubmissionState.ToExplain, SubmissionState.Withdrawn);
        await FileAsync(bench, SubmissionState.ReadyToSign, SubmissionState.Signed, SubmissionState.Published);

        IReadOnlyList<FilingVersion> versions = await new FilingReader(bench.Database).VersionsAsync(Bench.June, Bench.June, null);

        Assert.Equal([true, true, false, false], versions.Select(version => version.WasRefused));
        Assert.All(versions, version => Assert.Equal(("A", Bench.June), (version.Bank, version.Month)));
    }

    [Theory, EveryDatabase]
    public async Task Waiting_UntilItIsSigned_IsWithTheBank(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await FileAsync(bench, SubmissionState.ToExplain, SubmissionState.ReadyToSign, SubmissionState.Signed, SubmissionState.Published);
        FilingReader reader = new(bench.Database);

        Assert.True(Assert.Single(await reader.WaitingAsync(Hour(0))).IsWithBank);
        Assert.True(Assert.Single(await reader.WaitingAsync(Hour(1))).IsWithBank);
        Assert.False(Assert.Single(await reader.WaitingAsync(Hour(2))).IsWithBank);
        Assert.Empty(await reader.WaitingAsync(null));
    }

    private static DateTimeOffset Hour(int hour) => Bench.Start.AddHours(hour);

    private static async Task<(SubmissionState State, bool WasRefused)> OnlyAsync(FilingReader reader, DateTimeOffset? asOf)
    {
        FilingVersion version = Assert.Single(await reader.VersionsAsync(Bench.June, Bench.June, asOf));
        return (version.State, version.WasRefused);
    }

    private static async Task FileAsync(Bench bench, params SubmissionState[] states)
    {
        await using SmeKpiContext context = bench.Database.CreateDbContext();
        SubmissionRow row = new()
        {
            BankCode = "A",
            Month = Bench.June.Number,
            Sequence = context.Submissions.Count() + 1,
            Sha256 = new string('0', 63) + context.Submissions.Count(),
            FileName = "return.csv",
            Channel = "page",
            Maker = "maker",
            State = states[^1],
            ReceivedTicks = Bench.Start.UtcTicks,
            IndicatorsJson = "[\"loans.all.balance\"]",
        };
        context.Add(row);
        await context.SaveChangesAsync();
        foreach ((SubmissionState state, int hour) in states.Select((state, hour) => (state, hour)))
        {
            context.Add(new SubmissionStepRow
            {
                SubmissionId = row.Id, AtTicks = Hour(hour).UtcTicks, State = state, Actor = "somebody",
            });
            await context.SaveChangesAsync();
        }
    }
}
