using SmeKpi.Core.Access;
using SmeKpi.Core.Digest;
using SmeKpi.Core.Promises;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Promises;

public sealed class PromiseTests
{
    private static readonly DateOnly s_may = new(2025, 5, 20);
    private static readonly MasterData s_master = new(
        [],
        [
            new("320900", new("市", "City"), null, RegionKind.City),
            new("320902", new("甲", "One"), "320900", RegionKind.County),
            new("320971", new("园", "Zone"), "320902", RegionKind.Zone),
            new("320981", new("乙", "Two"), "320900", RegionKind.County),
        ]);

    private static readonly PromiseRules s_rules = new(RightsTable.Load(Path.Combine(Repository.SeedData, "access")));

    [Fact]
    public void IsOverdue_OnTheDueDateAndTheDayAfter_IsNoAndYes()
    {
        Promise promise = Made(due: new DateOnly(2025, 6, 30));

        Assert.False(promise.IsOverdue(new DateOnly(2025, 6, 30)));
        Assert.True(promise.IsOverdue(new DateOnly(2025, 7, 1)));
        Assert.False((promise with { Steps = [Step(2, 6, PromiseAct.Keep)] }).IsOverdue(new DateOnly(2025, 7, 1)));
    }

    [Fact]
    public void Due_CarriedOverTwice_IsTheNewestAndTheFirstStays()
    {
        Promise promise = Made() with
        {
            Steps = [Step(2, 6, PromiseAct.CarryOver, new(2025, 7, 31)), Step(3, 7, PromiseAct.CarryOver, new(2025, 9, 30))],
        };

        Assert.Equal((new DateOnly(2025, 9, 30), new DateOnly(2025, 6, 30)), (promise.Due, promise.FirstDue));
        Assert.Equal((PromiseState.Open, true), (promise.State, promise.WasCarriedOver));
    }

    [Fact]
    public void AsOf_BeforeALaterMeeting_KnowsNothingOfIt()
    {
        Promise promise = Made() with { Steps = [Step(2, 6, PromiseAct.Keep)] };

        Assert.Null(promise.AsOf(s_may.AddDays(-1)));
        Assert.Equal(PromiseState.Open, promise.AsOf(new DateOnly(2025, 6, 19))!.State);
        Assert.Equal(PromiseState.Kept, promise.AsOf(new DateOnly(2025, 6, 20))!.State);
    }

    [Fact]
    public void Follow_WhatMustNotBe_IsRefusedWithItsReason()
    {
        Promise open = Made();
        Meeting june = Held(2, 6);

        Assert.Null(PromiseRules.Follow(open, june, PromiseAct.Keep, null, "办妥"));
        Assert.Null(PromiseRules.Follow(open, june, PromiseAct.CarryOver, june.HeldOn, "延期"));
        Assert.Equal(PromiseRefusal.DateIsUnfit, PromiseRules.Follow(open, june, PromiseAct.CarryOver, null, "延期"));
        Assert.Equal(PromiseRefusal.DateIsUnfit, PromiseRules.Follow(open, june, PromiseAct.CarryOver, s_may, "延期"));
        Assert.Equal(PromiseRefusal.DateIsUnfit, PromiseRules.Follow(open, june, PromiseAct.Keep, june.HeldOn, "办妥"));
        Assert.Equal(PromiseRefusal.TextIsUnfit, PromiseRules.Follow(open, june, PromiseAct.Break, null, " 无 "));
        Assert.Equal(PromiseRefusal.NotLater, PromiseRules.Follow(open, Held(1, 5), PromiseAct.Keep, null, "办妥"));
        Promise kept = open with { Steps = [Step(2, 6, PromiseAct.Keep)] };
        Assert.Equal(PromiseRefusal.Closed, PromiseRules.Follow(kept, Held(3, 7), PromiseAct.Break, null, "后悔"));
        Promise carried = open with { Steps = [Step(2, 6, PromiseAct.CarryOver, new(2025, 8, 1))] };
        Assert.Equal(PromiseRefusal.NotLater, PromiseRules.Follow(carried, june, PromiseAct.Keep, null, "办妥"));
    }

    [Theory]
    [InlineData(Role.Leader, true, true)]
    [InlineData(Role.Regulator, true, true)]
    [InlineData(Role.Analyst, true, true)]
    [InlineData(Role.Department, true, false)]
    [InlineData(Role.BankReporter, false, false)]
    [InlineData(Role.SecurityAdministrator, false, false)]
    public void Rules_OfEachRole_SeeForeignPromisesAndRecord(Role role, bool sees, bool records)
    {
        Viewer viewer = new("x", role, role.IsOfBank() ? "D001" : null, [], HasSecondFactor: true);

        Assert.Equal(sees, s_rules.MaySee(viewer, Made().Owner, s_master));
        Assert.Equal(sees || role.IsOfBank(), s_rules.MaySee(viewer, Made("D001").Owner, s_master));
        Assert.Equal(records, s_rules.MayRecord(viewer));
        Assert.False(s_rules.MayRecord(viewer with { HasSecondFactor = false }));
    }

    [Fact]
    public void Rules_AccountOfOneCounty_DoesNotSeeTheOthersPromises()
    {
        Viewer viewer = new("x", Role.Department, null, ["320902"], true);

        Assert.True(s_rules.MaySee(viewer, County("320902"), s_master));
        Assert.True(s_rules.MaySee(viewer, County("320971"), s_master));
        Assert.False(s_rules.MaySee(viewer, County("320981"), s_master));
        Assert.True(s_rules.MaySee(viewer, new PromiseOwner(OwnerKind.Department, "finance"), s_master));
    }

    [Fact]
    public void Tally_CountsForItsDay_WithoutWhatCameLater()
    {
        Promise kept = Made() with { Steps = [Step(2, 6, PromiseAct.Keep)] };
        Promise broken = Made() with { Steps = [Step(2, 6, PromiseAct.Break)] };
        Promise soon = Made(due: new DateOnly(2025, 7, 30));
        Promise late = Made(due: new DateOnly(2025, 6, 10));
        Promise keptLater = Made(due: new DateOnly(2025, 12, 31)) with { Steps = [Step(3, 8, PromiseAct.Keep)] };
        Promise[] promises = [kept, broken, soon, late, keptLater];
        Meeting[] meetings = [Held(1, 5), Held(2, 6), Held(3, 8)];

        Assert.Equal(
            new PromiseCount(Open: 3, Overdue: 1, DueSoon: 1, Kept: 1, Broken: 1, new DateOnly(2025, 6, 20)),
            PromiseTally.Of(promises, meetings, new DateOnly(2025, 6, 30)));
        Assert.Null(PromiseTally.Of(promises, meetings, new DateOnly(2025, 1, 1)));
    }

    [Theory]
    [InlineData("2030-01-01", "2025-07-31")]
    [InlineData("2025-07-10", "2025-07-10")]
    public void DayOf_AMonth_IsTheEndOfTheNextOrToday(string today, string expected) => Assert.Equal(
        DateOnly.ParseExact(expected, "yyyy-MM-dd"),
        PromiseTally.DayOf(new YearMonth(2025, 6), DateOnly.ParseExact(today, "yyyy-MM-dd")));

    private static PromiseOwner County(string code) => new(OwnerKind.County, code);

    private static Promise Made(string bank = "D002", DateOnly? due = null) => new(
        1, 1, s_may, "报送清单", new PromiseTopic("M01.1", 1), new PromiseOwner(OwnerKind.Bank, bank),
        due ?? new DateOnly(2025, 6, 30), "li", DateTimeOffset.UnixEpoch, Synthetic: false, []);

    private static Meeting Held(int id, int month) =>
        new(id, new DateOnly(2025, month, 20), "例会", "li", DateTimeOffset.UnixEpoch, Synthetic: false);

    private static PromiseStep Step(int meeting, int month, PromiseAct act, DateOnly? due = null) =>
        new(meeting, new DateOnly(2025, month, 20), act, due, "说明", "li", DateTimeOffset.UnixEpoch);
}
