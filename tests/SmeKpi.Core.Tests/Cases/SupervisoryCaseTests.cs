using SmeKpi.Core.Access;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Cases;

public sealed class SupervisoryCaseTests
{
    private static readonly WorkingDays s_days =
        WorkingDays.Load(Path.Combine(Repository.SeedData, "calendar", "holidays.yaml"));

    [Fact]
    public void IsOverdue_OnTheDeadlineAndTheDayAfter_IsNoAndYes()
    {
        SupervisoryCase noticed = CaseSamples.In(CaseState.Noticed);

        Assert.Equal((false, 0), (noticed.IsOverdue(CaseSamples.Due), noticed.DaysLeft(CaseSamples.Due)));
        Assert.Equal((true, -1), (noticed.IsOverdue(CaseSamples.Due.AddDays(1)), noticed.DaysLeft(CaseSamples.Due.AddDays(1))));
        Assert.Equal((false, null), (CaseSamples.In(CaseState.Replied).IsOverdue(CaseSamples.Due.AddDays(1)), CaseSamples.In(CaseState.Replied).DaysLeft(CaseSamples.Due)));
        Assert.False(CaseSamples.Opened().IsOverdue(CaseSamples.Due));
    }

    [Fact]
    public void Case_SentBack_HasANewDeadlineAndNoDraftOfTheRoundBefore()
    {
        SupervisoryCase back = CaseSamples.In(CaseState.Replied).Do(CaseSamples.Move(CaseAct.SendBack) with { Deadline = new DateOnly(2026, 4, 1) });

        Assert.Equal((new DateOnly(2026, 4, 1), 2), (back.Deadline, back.Rounds));
        Assert.Null(back.Draft);
        Assert.Equal("第二稿，逐项说明。", back.Do(new CaseMove(CaseAct.Draft, "第二稿，逐项说明。")).Do(CaseAct.Reply).Steps[^1].Text);
    }

    [Fact]
    public void Notice_AsSent_IsTheLastDraftAndKeepsItsFigures()
    {
        SupervisoryCase sent = CaseSamples.Opened().Do(new CaseMove(CaseAct.Rewrite, "改过的通知。")).Do(CaseAct.Send);

        Assert.Equal(("改过的通知。", CaseAct.Send), (sent.Notice.Text, sent.Notice.Act));
        Assert.Equal(-1m, Assert.Single(sent.Do(CaseAct.Draft).Do(CaseAct.Reply).Sent!.Evidence!.Figures).Value!.Value.Number);
    }

    [Theory]
    [InlineData("M01.3", true)]
    [InlineData("filing-discipline", false)]
    public void ShownAt_Reading_IsTheVersionOfTheDataAndATestTheMomentOfSending(string provision, bool isOfData)
    {
        CaseMove move = CaseSamples.Move(CaseAct.Send);
        DateTimeOffset known = move.Evidence!.KnownSince.AddDays(-9);
        SupervisoryCase sent = CaseSamples.Opened().Do(move with
        {
            Evidence = new CaseEvidence(known, [move.Evidence.Figures[0] with { Provision = provision }]),
        });

        Assert.Equal(isOfData ? known : sent.Sent!.At, sent.ShownAt);
        Assert.Null(CaseSamples.Opened().ShownAt);
        Assert.Null(CaseSamples.Opened().Do(move with { Evidence = null }).ShownAt);
    }

    /// <summary>Spring Festival 2026: off from 15 to 23 February, made up for on 14 and 28 February.</summary>
    [Theory]
    [InlineData("2026-02-10", false, "2026-03-02")]
    [InlineData("2026-02-10", true, "2026-02-24")]
    [InlineData("2026-03-02", false, "2026-03-16")]
    public void Propose_OverHolidays_CountsWorkingDays(string today, bool again, string expected) =>
        Assert.Equal(Day(expected), CaseSamples.Catalog.Propose(Day(today), again, s_days));

    [Theory]
    [InlineData("2026-02-13", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-03-02", true)]
    public void IsSoon_TwoWorkingDaysBeforeTheDeadline_BeginsBeforeTheHoliday(string today, bool soon) =>
        Assert.Equal(soon, CaseSamples.Catalog.IsSoon(new DateOnly(2026, 2, 25), Day(today), s_days));

    [Theory]
    [InlineData(null, false)]
    [InlineData("2026-03-02", false)]
    [InlineData("2026-03-03", false)]
    [InlineData("2026-03-04", true)]
    [InlineData("2027-03-04", true)]
    [InlineData("2027-03-05", false)]
    public void Deadline_PastTodayOrTooFar_IsUnfit(string? day, bool fit) => Assert.Equal(
        fit, CaseContent.Deadline(day is null ? null : Day(day), CaseSamples.Today) is null);

    [Fact]
    public void Open_WhatIsUnfit_IsNamed()
    {
        NewCase fit = new("D001", "other", "专项核查", new YearMonth(2026, 3), "请说明原因。");
        CaseSubject other = CaseSamples.Catalog.Find("other")!;

        Assert.Null(CaseContent.Open(fit, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.SubjectIsUnknown, CaseContent.Open(fit, null, CaseSamples.Today));
        Assert.Equal(CaseRefusal.TitleIsUnfit, CaseContent.Open(fit with { Title = " " }, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.MonthIsUnfit, CaseContent.Open(fit with { Month = null }, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.MonthIsUnfit, CaseContent.Open(fit with { Month = new YearMonth(2026, 4) }, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.MonthIsUnfit, CaseContent.Open(fit with { Month = new YearMonth(1999, 12) }, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.TextIsUnfit, CaseContent.Open(fit with { Text = "  " }, other, CaseSamples.Today));
        Assert.Equal(CaseRefusal.TextIsUnfit, CaseContent.Text(new string('字', 1501)));
        Assert.Equal(CaseRefusal.TextIsUnfit, CaseContent.Text(string.Concat(Enumerable.Repeat("行\n", 20)) + "行"));
    }

    /// <summary>Anybody tries anything, in any order, on any day: what the rules let through keeps its promises.</summary>
    [Fact]
    public void Case_AThousandRandomWalks_NeverChangesWhenClosedAndNeverClosesWithoutReplyOrReason()
    {
        Role[] roles = [Role.Regulator, Role.BankReporter, Role.BankSigner, Role.Analyst];
        Random chance = new(20260303);
        int closed = 0;
        for (int walk = 0; walk < 1000; walk++)
        {
            SupervisoryCase found = CaseSamples.Opened();
            DateOnly today = CaseSamples.Today;
            for (int at = 0; at < 60; at++)
            {
                today = today.AddDays(chance.Next(6));
                Role role = roles[chance.Next(roles.Length)];
                CaseMove move = new(
                    (CaseAct)chance.Next(8), chance.Next(3) > 0 ? "理由如下。" : null, today.AddDays(10), (CaseFinding)chance.Next(3));
                if (CaseSamples.Rules.WhyNot(CaseSamples.Person(role), move.Act, found, today) is null
                    && CaseContent.Move(move, found, today) is null)
                {
                    Assert.True(found.IsOpen);
                    found = found with { Steps = [.. found.Steps, found.Next(move, RoleNames.Of(role), RoleNames.Of(role), default)] };
                }
            }

            closed += found.State == CaseState.Closed ? 1 : 0;
            Check(found);
        }

        Assert.True(closed > 20, $"only {closed} walks came to an end");
    }

    private static void Check(SupervisoryCase found)
    {
        Assert.Equal(Enumerable.Range(1, found.Version), found.Steps.Select(step => step.Number));
        Assert.DoesNotContain(found.Steps.SkipLast(1), step => step.State is CaseState.Closed or CaseState.Withdrawn);
        Assert.All(found.Steps.Where(step => step.Act == CaseAct.Reply), step => Assert.Equal("bank-signer", step.By));
        if (found.Steps[^1] is { State: CaseState.Closed } last)
        {
            Assert.True(last.Text.Length >= CaseContent.ShortestText && last.Finding is not null);
            Assert.True(found.Steps[^2].State == CaseState.Replied || last.Finding == CaseFinding.NotResolved);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
