using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

public sealed class AuditLogTests
{
    [Theory, EveryDatabase]
    public async Task Record_EightWritersAtOnce_MakeOneChainWithoutGaps(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (int number = 1; number <= 25; number++)
            {
                await bench.Log.RecordAsync(AuditBench.What(number, $"writer-{writer}"));
            }
        })));

        Assert.Equal(new AuditVerdict(200, 0, null), await bench.Verifier.VerifyAsync());
        Assert.Equal((await bench.Reader.NewestAsync()).ToString(), bench.Folder.ReadHead());
    }

    [Theory, EveryDatabase]
    public async Task Record_ManyAtOnce_EachComesBackAsWritten(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        AuditEvent[] events =
        [
            .. Enumerable.Range(1, 150).Select(number => AuditBench.What(number)),
            new("李 \U0001F600", null, null, AuditAction.Denied, " /bank?a=1\u202E ", AuditResult.Denied, ""),
            new("a\0b", "leader", "::1", AuditAction.Export, "t", AuditResult.Failed, null),
        ];

        AuditEntry[] written = await Task.WhenAll(events.Select(what => bench.Log.RecordAsync(what)));

        IReadOnlyList<AuditEntry> read = await bench.Reader.PageAsync(new AuditSearch(), 200);
        Assert.Equal(written.OrderByDescending(entry => entry.Number), read);
        Assert.Equal(events[..^1], written.SkipLast(1).Select(entry => entry.Event));
        Assert.Equal(new AuditVerdict(152, 0, null), await bench.Verifier.VerifyAsync());
        Assert.Equal((await bench.Reader.NewestAsync()).ToString(), bench.Folder.ReadHead());
    }

    [Fact]
    public async Task Record_ManyAtOnceAndOneRowIsRefused_EachIsToldAndNoneIsStored()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(1);
        await bench.ExecuteAsync(
            "CREATE TRIGGER shut BEFORE INSERT ON audit WHEN NEW.number > 20 BEGIN SELECT RAISE(ABORT, 'shut'); END");

        Task<AuditEntry>[] all = [.. Enumerable.Range(1, 100).Select(number => bench.Log.RecordAsync(AuditBench.What(number)))];
        await Task.WhenAll(all.Select(each => ((Task)each).ContinueWith(_ => { }, TaskScheduler.Default)));

        int stored = all.Count(each => each.IsCompletedSuccessfully);
        Assert.All(all.Where(each => each.IsFaulted), each => Assert.IsType<AuditException>(each.Exception!.InnerException));
        Assert.True(stored < 20, $"{stored} were said to be stored.");
        Assert.Equal(new AuditVerdict(1 + stored, 0, null), await bench.Verifier.VerifyAsync());
    }

    [Theory, EveryDatabase]
    public async Task Record_EveryField_ComesBackAsWritten(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        AuditEvent what = new("李 \U0001F600", null, null, AuditAction.Denied, " /bank?a=1\u202E ", AuditResult.Denied, "");

        AuditEntry written = await bench.Log.RecordAsync(what);

        AuditEntry read = Assert.Single(await bench.Reader.PageAsync(new AuditSearch(), 10));
        Assert.Equal(written, read);
        Assert.Equal((what, TimeSpan.FromHours(8), Bench.Start), (read.Event, read.At.Offset, read.At));
    }

    [Theory, EveryDatabase]
    public async Task Record_WhatNoDatabaseKeepsAlike_StillHolds(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);

        await bench.Log.RecordAsync(AuditBench.What(1, "a\0b\u0001\uD83D"));
        await bench.Log.RecordAsync(AuditBench.What(2, new string('x', 199) + "\U0001F600 and more"));
        await bench.Log.RecordAsync(AuditBench.What(3, new string('y', 100_000)));

        Assert.Null(await bench.FaultAsync());
        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", (await bench.Reader.PageAsync(new AuditSearch(), 1, below: 2))[0].Event.Actor);
    }

    [Fact]
    public async Task Record_TableThatCannotBeWritten_ThrowsAndStoresNothing()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(1);
        await bench.ExecuteAsync("CREATE TRIGGER shut BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'shut'); END");

        await Assert.ThrowsAsync<AuditException>(() => bench.Log.RecordAsync(AuditBench.What(2)));

        Assert.Equal(new AuditVerdict(1, 0, null), await bench.Verifier.VerifyAsync());
    }

    [Fact]
    public async Task Record_FolderThatCannotBeWritten_ThrowsAndStoresNothing()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await File.WriteAllTextAsync(bench.Folder.Location, "a file where the folder should be");

        await Assert.ThrowsAsync<AuditException>(() => bench.Log.RecordAsync(AuditBench.What(1)));

        Assert.Equal(AuditHead.None, await bench.Reader.NewestAsync());
        File.Delete(bench.Folder.Location);
        await bench.RecordAsync(1);
        Assert.Null(await bench.FaultAsync());
    }

    [Fact]
    public async Task Record_FolderLostInBetween_StopsAfterOneEntryUntilItIsBack()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(1);
        Directory.Delete(bench.Folder.Location, recursive: true);
        await File.WriteAllTextAsync(bench.Folder.Location, "in the way");

        await bench.RecordAsync(1);
        await Assert.ThrowsAsync<AuditException>(() => bench.Log.RecordAsync(AuditBench.What(3)));

        File.Delete(bench.Folder.Location);
        await bench.RecordAsync(1);
        Assert.Equal(new AuditVerdict(3, 0, null), await bench.Verifier.VerifyAsync());
    }

    [Fact]
    public async Task NoteHead_LowerNumberThanTheFileKnows_LeavesTheTrace()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(5);
        await bench.ExecuteAsync("DELETE FROM audit WHERE number > 2");
        await bench.ExecuteAsync("UPDATE meta SET value = (SELECT number || ':' || hash FROM audit WHERE number = 2) WHERE key = 'audit-head'");

        await bench.RecordAsync(1);

        Assert.Equal((AuditFaultKind.CutOff, 4L), await KindAsync(bench));
    }

    [Theory, EveryDatabase]
    public async Task RecordStart_SettingsChanged_NamesThem(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        SettingsTrail trail = new(bench.Log);

        foreach (string urls in new[] { "http://a", "http://a", "http://b" })
        {
            await trail.RecordStartAsync(
                AuditActor.Program, "serve", new Dictionary<string, string> { ["mode"] = "real", ["urls"] = urls });
        }

        Assert.Equal(
            ["urls: http://a → http://b", null, "mode: – → real; urls: – → http://a"],
            (await bench.Reader.PageAsync(new AuditSearch(), 10)).Select(entry => entry.Event.Detail));
        Assert.Null(await bench.FaultAsync());
    }

    private static async Task<(AuditFaultKind, long)> KindAsync(AuditBench bench)
    {
        AuditFault fault = (await bench.FaultAsync())!;
        return (fault.Kind, fault.Number);
    }
}
