using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;

namespace SmeKpi.Core.Tests.Filing;

public sealed class FilingRulesTests
{
    private static FilingRules Rules => People.Rules;

    [Fact]
    public void Sign_SecondPersonOfTheBank_MayDoSo() => Assert.Null(
        Rules.WhyNot(People.Signer, FilingAct.Sign, People.Facts(SubmissionState.ReadyToSign)));

    [Fact]
    public void Sign_OwnFiling_IsRefused() => Assert.Equal(
        FilingRefusal.OwnFiling,
        Rules.WhyNot(People.Signer with { Name = "maker" }, FilingAct.Sign, People.Facts(SubmissionState.ReadyToSign)));

    [Fact]
    public void Sign_OwnReasonInIt_IsRefused() => Assert.Equal(
        FilingRefusal.OwnFiling,
        Rules.WhyNot(People.Signer, FilingAct.Sign, People.Facts(SubmissionState.ReadyToSign, makers: "signer")));

    [Fact]
    public void Sign_ForeignBank_DoesNotLearnThatItExists() => Assert.Equal(
        FilingRefusal.Unknown,
        Rules.WhyNot(
            People.Of("x", Role.BankSigner, "B2"), FilingAct.Sign, People.Facts(SubmissionState.ReadyToSign)));

    [Fact]
    public void Sign_OpenBlockingFinding_IsRefusedWithThatWord() => Assert.Equal(
        FilingRefusal.Blocked,
        Rules.WhyNot(People.Signer, FilingAct.Sign, People.Facts(SubmissionState.Rejected, blocking: 1)));

    [Fact]
    public void Sign_ReasonMissing_IsRefusedWithThatWord() => Assert.Equal(
        FilingRefusal.ReasonMissing,
        Rules.WhyNot(People.Signer, FilingAct.Sign, People.Facts(SubmissionState.ToExplain, unexplained: 1)));

    [Fact]
    public void Sign_WithoutSecondFactor_IsRefused() => Assert.Equal(
        FilingRefusal.Unknown,
        Rules.WhyNot(
            People.Signer with { HasSecondFactor = false }, FilingAct.Sign, People.Facts(SubmissionState.ReadyToSign)));

    [Theory]
    [InlineData(SubmissionState.ReadyToSign)]
    [InlineData(SubmissionState.ToExplain)]
    public void Publish_NobodyHasSigned_IsRefused(SubmissionState state) => Assert.Equal(
        FilingRefusal.NotSigned, Rules.WhyNot(People.Regulator, FilingAct.Publish, People.Facts(state)));

    [Theory]
    [InlineData("signer")]
    [InlineData("maker")]
    public void Publish_SamePersonAsBefore_IsRefused(string name) => Assert.Equal(
        FilingRefusal.OwnSignature,
        Rules.WhyNot(
            People.Regulator with { Name = name }, FilingAct.Publish, People.Facts(SubmissionState.Signed, "signer")));

    [Fact]
    public void Publish_ThirdPerson_MayDoSo() => Assert.Null(
        Rules.WhyNot(People.Regulator, FilingAct.Publish, People.Facts(SubmissionState.Signed, "signer")));

    [Fact]
    public void Publish_ByTheBank_IsRefused() => Assert.Equal(
        FilingRefusal.NoRight,
        Rules.WhyNot(People.Signer, FilingAct.Publish, People.Facts(SubmissionState.Signed, "other")));

    [Fact]
    public void File_ForAnotherBank_IsRefused() =>
        Assert.Equal(FilingRefusal.BankUnknown, Rules.WhyNotFile(People.Maker, "B2"));

    [Fact]
    public void File_BySigner_IsRefused() => Assert.Equal(FilingRefusal.NoRight, Rules.WhyNotFile(People.Signer, "B1"));

    [Fact]
    public void See_RegulatorConfinedToCounties_SeesNoWholeFiling() => Assert.False(
        Rules.MaySee(People.Regulator with { Counties = ["320902"] }, "B1"));

    [Theory]
    [InlineData("", false)]
    [InlineData("abcd", false)]
    [InlineData("   a   ", false)]
    [InlineData("季末集中投放", true)]
    [InlineData("merger", true)]
    public void Reason_ShortOrEmpty_IsUnfit(string reason, bool fit) => Assert.Equal(fit, FilingRules.IsFit(reason));

    [Fact]
    public void States_Names_RoundTrip() => Assert.All(SubmissionStates.All, state =>
    {
        Assert.True(SubmissionStates.TryParse(SubmissionStates.Of(state), out SubmissionState parsed));
        Assert.Equal(state, parsed);
    });

    [Fact]
    public void Flow_EndedFilings_OnlyLeadToWithdrawn() => Assert.All(
        FilingFlow.Steps.Where(step => step.From is SubmissionState.Unreadable or SubmissionState.Rejected
            or SubmissionState.Published or SubmissionState.Withdrawn),
        step => Assert.Equal((FilingAct.Withdraw, SubmissionState.Withdrawn), (step.Act, step.To)));
}
