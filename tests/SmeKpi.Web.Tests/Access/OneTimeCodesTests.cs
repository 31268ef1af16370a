using System.Text;
using SmeKpi.Web.Access.SecondFactor;

namespace SmeKpi.Web.Tests.Access;

public sealed class OneTimeCodesTests
{
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1: the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082", 1)]
    [InlineData(1111111109, "081804", 37037036)]
    [InlineData(1111111111, "050471", 37037037)]
    [InlineData(1234567890, "005924", 41152263)]
    [InlineData(2000000000, "279037", 66666666)]
    [InlineData(20000000000, "353130", 666666666)]
    public void StepOf_VectorsOfTheStandard_AreTheirSteps(long seconds, string code, long step) =>
        Assert.Equal(step, OneTimeCodes.StepOf(s_secret, code, null, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(60 + 29, true)]
    [InlineData(60 + 30, false)]
    public void StepOf_OneStepBesideTheOther_IsTheLimit(long seconds, bool counts) => Assert.Equal(
        counts, OneTimeCodes.StepOf(s_secret, "287082", null, DateTimeOffset.FromUnixTimeSeconds(seconds)) is 1);

    [Theory]
    [InlineData(0L, true)]
    [InlineData(1L, false)]
    [InlineData(2L, false)]
    public void StepOf_UsedBefore_CountsNoMore(long last, bool counts) => Assert.Equal(
        counts, OneTimeCodes.StepOf(s_secret, "287082", last, DateTimeOffset.FromUnixTimeSeconds(59)) is not null);

    [Theory]
    [InlineData("287 082", true)]
    [InlineData("28708", false)]
    [InlineData("2870820", false)]
    [InlineData("287081", false)]
    [InlineData(null, false)]
    public void StepOf_AsTyped_AllowsSpacesOnly(string? code, bool counts) => Assert.Equal(
        counts, OneTimeCodes.StepOf(s_secret, code, null, DateTimeOffset.FromUnixTimeSeconds(59)) is not null);

    [Fact]
    public void QrSquare_Address_HasAQuietZone()
    {
        QrSquare square = QrSquare.Of("otpauth://totp/SmeKpi:someone?secret=GEZDGNBVGY3TQOJQ&issuer=SmeKpi");

        Assert.True(square.Size >= 21 + 8);
        Assert.StartsWith("M4 4h1v1h-1z", square.Path, StringComparison.Ordinal);
    }
}
