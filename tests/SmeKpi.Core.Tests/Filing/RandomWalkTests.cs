using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;

namespace SmeKpi.Core.Tests.Filing;

/// <summary>A thousand walks in which everybody tries everything at any moment.</summary>
/// <remarks>What must hold is written down here in other words than in the rules.</remarks>
public sealed class RandomWalkTests
{
    private const int Walks = 1_000;
    private const int Tries = 60;

    private static readonly FilingAct[] s_people =
        [FilingAct.Explain, FilingAct.Sign, FilingAct.Publish, FilingAct.Return, FilingAct.Withdraw];

    [Fact]
    public void Walks_EverybodyTriesEverything_EndOnlyWhereTheyMay()
    {
        Random random = new(20250220);
        Dictionary<SubmissionState, int> ends = [];
        for (int walk = 0; walk < Walks; walk++)
        {
            SubmissionState end = Walk(random);
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        // A walk that never gets anywhere would prove nothing.
        Assert.All(
            new[] { SubmissionState.Published, SubmissionState.Withdrawn, SubmissionState.Rejected, SubmissionState.Unreadable },
            state => Assert.True(ends.GetValueOrDefault(state) >= 20, $"{state}: {ends.GetValueOrDefault(state)}"));
    }

    private static SubmissionState Walk(Random random)
    {
        int blocking = random.Next(4) == 0 ? random.Next(1, 3) : 0;
        int unexplained = random.Next(3);
        // Else nearly every walk would end with the bank taking its filing back.
        FilingAct[] acts = random.Next(3) == 0 ? s_people : [.. s_people.Where(act => act != FilingAct.Withdraw)];
        FilingFacts facts = People.Facts(Judged(random, blocking, unexplained), null, blocking, unexplained);
        for (int at = 0; at < Tries; at++)
        {
            Viewer who = People.All[random.Next(People.All.Count)];
            FilingAct act = acts[random.Next(acts.Length)];
            FilingRefusal? refusal = People.Rules.WhyNot(who, act, facts);
            Check(who, act, facts, refusal);
            facts = refusal is null ? After(facts, who, act) : facts;
        }

        return facts.State;
    }

    private static SubmissionState Judged(Random random, int blocking, int unexplained)
    {
        SubmissionState parsing = FilingFlow.Go(SubmissionState.Received, FilingAct.Parse, SubmissionState.Parsing);
        if (blocking > 0 && random.Next(2) == 0)
        {
            return FilingFlow.Go(parsing, FilingAct.Judge, SubmissionState.Unreadable);
        }

        SubmissionState checking = FilingFlow.Go(parsing, FilingAct.Check, SubmissionState.Checking);
        return FilingFlow.Go(checking, FilingAct.Judge, FilingRules.After(blocking, unexplained));
    }

    private static void Check(Viewer who, FilingAct act, FilingFacts facts, FilingRefusal? refusal)
    {
        if (act == FilingAct.Sign)
        {
            bool may = who is { Role: Role.BankSigner, Bank: "B1", HasSecondFactor: true }
                && !facts.Makers.Contains(who.Name)
                && facts is { State: SubmissionState.ReadyToSign, Blocking: 0, Unexplained: 0 };
            Assert.True(may == (refusal is null), $"{who} signs {facts}: {refusal}");
        }

        if (act == FilingAct.Publish && refusal is null)
        {
            Assert.Equal(SubmissionState.Signed, facts.State);
            Assert.Equal(Role.Regulator, who.Role);
            Assert.NotNull(facts.Signer);
            Assert.Distinct([.. facts.Makers, facts.Signer, who.Name]);
        }

        // Always signable without an open finding: the bank's second person is never shut out.
        if (facts is { State: SubmissionState.ReadyToSign, Blocking: 0, Unexplained: 0 })
        {
            Assert.Null(People.Rules.WhyNot(People.Of("fresh", Role.BankSigner, "B1"), FilingAct.Sign, facts));
        }

        Assert.False(facts.State is SubmissionState.Published or SubmissionState.Withdrawn && refusal is null);
    }

    private static FilingFacts After(FilingFacts facts, Viewer who, FilingAct act)
    {
        FilingFacts next = act switch
        {
            FilingAct.Explain => facts with
            {
                Unexplained = Math.Max(0, facts.Unexplained - 1), Makers = [.. facts.Makers.Append(who.Name).Distinct()],
            },
            FilingAct.Sign => facts with { Signer = who.Name },
            _ => facts,
        };
        SubmissionState to = act switch
        {
            FilingAct.Explain => FilingRules.After(0, next.Unexplained),
            FilingAct.Sign => SubmissionState.Signed,
            FilingAct.Publish => SubmissionState.Published,
            FilingAct.Return => SubmissionState.Rejected,
            _ => SubmissionState.Withdrawn,
        };
        return next with { State = FilingFlow.Go(facts.State, act, to) };
    }
}
