using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

public sealed class AuditReaderTests
{
    [Theory, EveryDatabase]
    public async Task Search_AnyOfManyQuestions_EqualsFilteringEverything(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        Random random = new(20261123);
        List<AuditEntry> all = [];
        for (int number = 0; number < 120; number++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(random.Next(3)));
            all.Insert(0, await bench.Log.RecordAsync(new AuditEvent(
                Pick(random, "li", "Li", "wang"), null, null, Pick(random, [.. AuditAction.All]),
                Pick(random, "D001 2025-06", "d001 50%", "D_02", "[x]"), (AuditResult)random.Next(3))));
        }

        for (int question = 0; question < 150; question++)
        {
            AuditSearch search = Question(random);
            AuditEntry[] expected = [.. all.Where(entry => Fits(search, entry))];

            Assert.Equal(expected, await PagesAsync(bench.Reader, search, random.Next(1, 50)));
            List<AuditEntry> streamed = await bench.Reader.AllAsync(search, last: 100).ToListAsync();
            Assert.Equal(expected.Where(entry => entry.Number <= 100).Reverse(), streamed);
        }
    }

    [Theory, EveryDatabase]
    public async Task PageAbove_PageBeforeAPage_IsNewestFirst(Provider provider)
    {
        await using AuditBench bench = await AuditBench.CreateAsync(provider);
        await bench.RecordAsync(10);

        Assert.Equal(
            [7, 6, 5], (await bench.Reader.PageAboveAsync(new AuditSearch(), 3, above: 4)).Select(entry => entry.Number));
    }

    private static async Task<List<AuditEntry>> PagesAsync(AuditReader reader, AuditSearch search, int size)
    {
        List<AuditEntry> found = [];
        while (await reader.PageAsync(search, size, found is [.., var last] ? last.Number : null) is { Count: > 0 } page)
        {
            found.AddRange(page);
        }

        return found;
    }

    private static AuditSearch Question(Random random) => new()
    {
        From = random.Next(3) == 0 ? Bench.Start.AddMinutes(random.Next(120)) : null,
        Until = random.Next(3) == 0 ? Bench.Start.AddMinutes(random.Next(120)).ToOffset(TimeSpan.Zero) : null,
        Actor = random.Next(3) == 0 ? Pick(random, "li", "Li", "nobody") : null,
        Action = random.Next(3) == 0 ? Pick(random, [.. AuditAction.All]) : null,
        Result = random.Next(3) == 0 ? (AuditResult)random.Next(3) : null,
        Target = random.Next(2) == 0 ? Pick(random, "D", "d0", "%", "_", "[x", "2025", "'") : null,
    };

    private static bool Fits(AuditSearch search, AuditEntry entry) =>
        !(entry.At < search.From) && !(entry.At >= search.Until)
        && (search.Actor ?? entry.Event.Actor) == entry.Event.Actor
        && (search.Action ?? entry.Event.Action) == entry.Event.Action
        && (search.Result ?? entry.Event.Result) == entry.Event.Result
        && entry.Event.Target.Contains(search.Target ?? string.Empty, StringComparison.Ordinal);

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
