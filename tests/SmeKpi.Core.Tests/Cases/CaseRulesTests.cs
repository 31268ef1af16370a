using SmeKpi.Core.Access;
using SmeKpi.Core.Cases;

namespace SmeKpi.Core.Tests.Cases;

public sealed class CaseRulesTests
{
    // From the order of the regulator's desk, written down a second time: state, act, the one role that may.
    private static readonly Dictionary<(CaseState, CaseAct), Role> s_may = new()
    {
        [(CaseState.Opened, CaseAct.Rewrite)] = Role.Regulator,
        [(CaseState.Opened, CaseAct.Send)] = Role.Regulator,
        [(CaseState.Opened, CaseAct.Withdraw)] = Role.Regulator,
        [(CaseState.Noticed, CaseAct.Draft)] = Role.BankReporter,
        [(CaseState.Noticed, CaseAct.Withdraw)] = Role.Regulator,
        [(CaseState.Replied, CaseAct.SendBack)] = Role.Regulator,
        [(CaseState.Replied, CaseAct.Close)] = Role.Regulator,
        [(CaseState.Replied, CaseAct.Withdraw)] = Role.Regulator,
        [(CaseState.SentBack, CaseAct.Draft)] = Role.BankReporter,
        [(CaseState.SentBack, CaseAct.Withdraw)] = Role.Regulator,
    };

    public static TheoryData<CaseState, CaseAct, Role> Everything =>
    [
        .. from state in Enum.GetValues<CaseState>()
           from act in Enum.GetValues<CaseAct>()
           from role in Enum.GetValues<Role>()
           select (state, act, role),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void WhyNot_EveryActInEveryStateByEveryRole_OnlyTheOneRoleMay(CaseState state, CaseAct act, Role role)
    {
        CaseRefusal? refusal = CaseSamples.Rules.WhyNot(CaseSamples.Person(role), act, CaseSamples.In(state), CaseSamples.Today);

        bool may = s_may.TryGetValue((state, act), out Role allowed) && allowed == role;
        Assert.Equal(may, refusal is null);
    }

    [Theory]
    [InlineData(CaseState.Noticed)]
    [InlineData(CaseState.SentBack)]
    public void Reply_WithADraft_IsTheSignersAndNobodyElses(CaseState state)
    {
        SupervisoryCase drafted = CaseSamples.In(state).Do(CaseAct.Draft);

        Assert.Null(Why(Role.BankSigner, CaseAct.Reply, drafted));
        Assert.Equal(CaseRefusal.DraftMissing, Why(Role.BankSigner, CaseAct.Reply, CaseSamples.In(state)));
        Assert.Equal(CaseRefusal.NoRight, Why(Role.BankReporter, CaseAct.Reply, drafted));
        Assert.Equal(CaseRefusal.NoRight, Why(Role.Regulator, CaseAct.Reply, drafted));
        Assert.Equal(
            CaseRefusal.OwnDraft,
            CaseSamples.Rules.WhyNot(CaseSamples.Person(Role.BankSigner, name: "bank-reporter"), CaseAct.Reply, drafted, CaseSamples.Today));
    }

    [Theory]
    [InlineData(CaseState.Noticed)]
    [InlineData(CaseState.SentBack)]
    public void Close_WithoutAReply_WaitsForTheDeadlineAndIsNotResolved(CaseState state)
    {
        SupervisoryCase waiting = CaseSamples.In(state);
        CaseMove close = CaseSamples.Move(CaseAct.Close);

        Assert.Equal(CaseRefusal.StillTime, Why(Role.Regulator, CaseAct.Close, waiting, CaseSamples.Due));
        Assert.Null(Why(Role.Regulator, CaseAct.Close, waiting, CaseSamples.Due.AddDays(1)));
        Assert.Equal(CaseRefusal.FindingIsUnfit, CaseContent.Move(close, waiting, CaseSamples.Today));
        Assert.Null(CaseContent.Move(close with { Finding = CaseFinding.NotResolved }, waiting, CaseSamples.Today));
    }

    [Fact]
    public void Case_OfAnotherBankOrACountyAccount_IsUnknown()
    {
        SupervisoryCase noticed = CaseSamples.In(CaseState.Noticed);
        Viewer confined = CaseSamples.Person(Role.Regulator) with { Counties = ["320902"] };

        Assert.Equal(CaseRefusal.Unknown, CaseSamples.Rules.WhyNot(
            CaseSamples.Person(Role.BankReporter, "D002"), CaseAct.Draft, noticed, CaseSamples.Today));
        Assert.Equal(CaseRefusal.Unknown, CaseSamples.Rules.WhyNot(confined, CaseAct.Withdraw, noticed, CaseSamples.Today));
        Assert.False(CaseSamples.Rules.MayOpen(confined));
        Assert.Null(CaseSamples.Rules.Shown(CaseSamples.Person(Role.Department), noticed));
        Assert.Null(CaseSamples.Rules.Shown(CaseSamples.Person(Role.Regulator) with { HasSecondFactor = false }, noticed));
    }

    [Fact]
    public void Shown_DraftsOfOneSide_AreHiddenFromTheOther()
    {
        SupervisoryCase drafted = CaseSamples.Opened().Do(CaseAct.Rewrite).Do(CaseAct.Send).Do(CaseAct.Draft);

        Assert.Null(CaseSamples.Rules.Shown(CaseSamples.Person(Role.BankReporter), CaseSamples.Opened()));
        Assert.Null(CaseSamples.Rules.Shown(CaseSamples.Person(Role.BankSigner), CaseSamples.Opened().Do(CaseAct.Withdraw)));
        Assert.Equal(
            [CaseAct.Send, CaseAct.Draft],
            CaseSamples.Rules.Shown(CaseSamples.Person(Role.BankSigner), drafted)!.Steps.Select(step => step.Act));
        Assert.Equal(
            [CaseAct.Open, CaseAct.Rewrite, CaseAct.Send],
            CaseSamples.Rules.Shown(CaseSamples.Person(Role.Leader), drafted)!.Steps.Select(step => step.Act));
    }

    private static CaseRefusal? Why(Role role, CaseAct act, SupervisoryCase found, DateOnly? today = null) =>
        CaseSamples.Rules.WhyNot(CaseSamples.Person(role), act, found, today ?? CaseSamples.Today);
}
