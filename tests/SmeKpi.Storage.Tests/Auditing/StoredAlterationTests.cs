using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Auditing;

/// <summary>What somebody does to the table itself is found, whichever column and row it meets.</summary>
public sealed class StoredAlterationTests
{
    private const int Length = 12;
    private const int Rounds = 200;

    private static readonly string[] s_changes =
    [
        "at_ticks = at_ticks + 1", "at_ticks = -1", "at_ticks = 9223372036854775807", "offset_minutes = offset_minutes + 1",
        "offset_minutes = 100000", "offset_minutes = -480", "actor = actor || ' '", "actor = upper(actor)", "actor = ''",
        "role = NULL", "role = 'leader'", "address = NULL", "address = '10.0.0.8'", "action = 'export'", "action = ''",
        "target = replace(target, '2025', '2024')", "target = target || detail", "result = 'Denied'", "result = 'success'",
        "result = '0'", "result = ''", "detail = NULL", "detail = ''", "detail = detail || '.'",
        "previous_hash = hash", "previous_hash = upper(previous_hash) || 'A'", "hash = previous_hash", "hash = 'x' || hash",
        "number = number + 1000", "number = -number", "offset_minutes = 480.5", "at_ticks = at_ticks || 'x'",
        "actor = CAST(actor AS BLOB)", "target = target || char(0) || 'x'", "actor = actor || char(0)",
    ];

    [Fact]
    public async Task Verify_RandomChangesOfTheTable_AreAllFound()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(Length);
        await bench.Anchorer.AnchorAsync();
        await bench.ExecuteAsync("CREATE TABLE kept AS SELECT * FROM audit");
        Random random = new(8);

        for (int round = 0; round < Rounds; round++)
        {
            string sql = Alteration(random, out int place);
            Assert.True(await bench.ExecuteAsync(sql) > 0, sql);

            AuditFault? fault = await bench.FaultAsync();

            Assert.True(fault is not null, $"{sql} was not found");
            Assert.True(fault.Number == place || fault.Number < 0, $"{sql} was found as {fault}");
            await bench.ExecuteAsync("DELETE FROM audit; INSERT INTO audit SELECT * FROM kept");
            Assert.Null(await bench.FaultAsync());
        }
    }

    [Fact]
    public async Task Verify_ChainWrittenAnewWithTheNotedEnd_DiffersFromTheAnchor()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(5);
        await bench.Anchorer.AnchorAsync();
        await RewriteAsync(bench, from: 3);
        File.Delete(bench.HeadPath);
        await bench.RecordAsync(1);

        AuditFault? fault = await bench.FaultAsync();

        Assert.Equal((AuditFaultKind.DiffersFromAnchor, 5L), (fault?.Kind, fault?.Number));
        Assert.Equal(new DateOnly(2025, 7, 15), fault?.Day);
    }

    [Fact]
    public async Task Verify_WhileOthersWrite_NeverRaisesAFalseAlarm()
    {
        await using AuditBench bench = await AuditBench.CreateAsync(Provider.Sqlite);
        await bench.RecordAsync(1);
        Task writing = Task.Run(() => bench.RecordAsync(150));

        while (!writing.IsCompleted)
        {
            Assert.Null(await bench.FaultAsync());
        }

        await writing;
    }

    private static string Alteration(Random random, out int place)
    {
        place = random.Next(1, Length + 1);
        int other = place == Length ? place : random.Next(place + 1, Length + 1);
        switch (random.Next(6))
        {
            case 0:
                return $"DELETE FROM audit WHERE number = {place}";
            case 1:
                return $"DELETE FROM audit WHERE number >= {place}; "
                    + $"UPDATE meta SET value = value WHERE key = 'audit-head'";
            case 2 when other != place:
                return $"UPDATE audit SET number = -1 WHERE number = {place}; "
                    + $"UPDATE audit SET number = {place} WHERE number = {other}; "
                    + $"UPDATE audit SET number = {other} WHERE number = -1";
            case 3:
                return $"UPDATE audit SET number = -number - 1 WHERE number >= {place}; "
                    + $"UPDATE audit SET number = -number WHERE number < 0; INSERT INTO audit SELECT {place}, at_ticks, "
                    + $"offset_minutes, actor, role, address, action, target, result, 'new', previous_hash, hash FROM kept WHERE number = {place}";
            default:
                return $"UPDATE audit SET {s_changes[random.Next(s_changes.Length)]} WHERE number = {place}";
        }
    }

    /// <summary>What somebody does who knows how the hashes are made.</summary>
    private static async Task RewriteAsync(AuditBench bench, long from)
    {
        List<AuditEntry> entries = await bench.Reader.AllAsync(new AuditSearch(), long.MaxValue).ToListAsync();
        await using SmeKpiContext context = bench.CreateDbContext();
        await context.Audit.Where(row => row.Number >= from).ExecuteDeleteAsync();
        string before = entries[(int)from - 2].Hash;
        foreach (AuditEntry entry in entries.Skip((int)from - 1))
        {
            AuditEntry anew = AuditChain.Append(
                entry.Number, entry.At, entry.Event with { Actor = "somebody else" }, before);
            before = anew.Hash;
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO audit SELECT number, at_ticks, offset_minutes, {anew.Event.Actor}, role, address, action, target,
                  result, detail, {anew.PreviousHash}, {anew.Hash} FROM (SELECT {entry.Number} AS number,
                  {entry.At.UtcTicks} AS at_ticks, 480 AS offset_minutes, {entry.Event.Role} AS role,
                  {entry.Event.Address} AS address, {entry.Event.Action} AS action, {entry.Event.Target} AS target,
                  {entry.Event.Result.ToString()} AS result, {entry.Event.Detail} AS detail)
                """);
        }

        MetaRow head = await context.Meta.SingleAsync(row => row.Key == AuditLog.Head);
        head.Value = new AuditHead(entries[^1].Number, before).ToString();
        await context.SaveChangesAsync();
    }
}
