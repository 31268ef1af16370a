using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Digest;

/// <summary>How many sentences a month gets, which, and in which order.</summary>
public sealed class DigestSelectorTests
{
    private static readonly YearMonth s_june = new(2025, 6);

    [Fact]
    public void Select_NothingKnown_SaysNothing() =>
        Assert.Empty(DigestSelector.Select(Input(id => Reading(id, null, Standing.Incomplete, received: 0))));

    [Fact]
    public void Select_OneFigureOnly_FillsUpToThree()
    {
        IReadOnlyList<DigestFinding> said = DigestSelector.Select(Input(id => id == "M01.2"
            ? Reading(id, new Quantity(15m, Unit.Percent), Standing.NoTarget, target: null)
            : null));

        Assert.Equal([FindingKind.TargetCount, FindingKind.Level, FindingKind.Level], said.Select(finding => finding.Kind));
        Assert.Equal("Level_Value", said[1].Template);
        Assert.Equal("Level_Missing", said[2].Template);
    }

    [Fact]
    public void Select_MoreThanSeven_KeepsTheHeaviestInTheirOrder()
    {
        DigestInput input = Input(id => Reading(id, new Quantity(1m, Unit.Points), Standing.Behind)) with
        {
            Promises = new PromiseCount(2, 1, 0, 0, 0, new DateOnly(2025, 7, 1)),
            Chance = new TargetChance("M01.1", 0.6m),
            Rates = new RateBeside(new Quantity(3.5m, Unit.Percent), new Quantity(3m, Unit.Percent)),
        };
        input = input with { Targets = [.. input.Targets.Select(target => target with { History = Down })] };

        IReadOnlyList<DigestFinding> said = DigestSelector.Select(input);

        Assert.Equal(DigestSelector.Most, said.Count);
        Assert.Equal(said.OrderBy(finding => finding.Kind), said);
        Assert.Equal(5, said.Count(finding => finding.Kind == FindingKind.StandingChange));
        Assert.Contains(said, finding => finding.Kind == FindingKind.Promises);
        Assert.DoesNotContain(said, finding => finding.Kind is FindingKind.RateBeside or FindingKind.Chance);
    }

    [Fact]
    public void Select_WhatMovedWhoMovedItWhatWasPromised_IsAlwaysAmongThem()
    {
        DigestInput input = Input(id => Reading(id, new Quantity(1m, Unit.Points), Standing.Behind));
        input = input with
        {
            Targets = [.. input.Targets.Select(target => target with
            {
                History = Down,
                Before = Reading(target.Provision.Id, new Quantity(2m, Unit.Points), Standing.OnTrack, month: "2025-05"),
            })],
            Movers = [Mover("A", 5m), Mover("B", 1m)],
            Promises = new PromiseCount(2, 0, 0, 0, 0, new DateOnly(2025, 7, 1)),
        };

        IEnumerable<FindingKind> kinds = DigestSelector.Select(input).Select(finding => finding.Kind);

        Assert.Superset(
            new HashSet<FindingKind> { FindingKind.LargestMove, FindingKind.Movers, FindingKind.Promises }, kinds.ToHashSet());
    }

    [Fact]
    public void Select_IncompleteFigures_AreNeverCountedAsGood()
    {
        DigestFinding count = DigestSelector.Select(Input(id => Reading(id, null, Standing.Incomplete, received: 30)))[0];

        Assert.Equal("TargetCount_Open", count.Template);
        Assert.Equal(new NumberValue(0), count.Values["reached"]);
        Assert.Equal(new NumberValue(0), count.Values["track"]);
        Assert.Equal(new NumberValue(5), count.Values["open"]);
    }

    private static StandingHistory Down { get; } = new(new YearMonth(2025, 5), Standing.OnTrack, s_june, null);

    private static Mover Mover(string name, decimal yi) => new(new LocalizedText(name, name), Money.FromYiYuan(yi).ToQuantity());

    private static DigestInput Input(Func<string, KpiReading?> reading) => new()
    {
        Month = s_june,
        Targets =
        [
            .. Repository.Policy.Provisions.Where(provision => provision.IsJudged)
                .OrderBy(provision => provision.Id, StringComparer.Ordinal)
                .Select(provision => new TargetState(provision, reading(provision.Id), null, null, StandingHistory.None, [])),
        ],
    };

    private static KpiReading Reading(
        string id, Quantity? actual, Standing standing, decimal? target = 3m, int received = 40, string month = "2025-06") => new()
        {
            Id = id,
            Reading = "ruling",
            Month = YearMonth.Parse(month),
            Subject = new Subject("320900"),
            Actual = actual,
            Target = target is { } number ? new Quantity(number, actual?.Unit ?? Unit.Points) : null,
            Standing = standing,
            Completeness = new Completeness(40, received),
            Origin = Origin.Banks,
            Synthetic = false,
        };
}
