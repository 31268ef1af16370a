using SmeKpi.Web.Api;

namespace SmeKpi.Web.Tests.Api;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("2025-07-20", "2025-07-20T23:59:59.9999999+08:00")]
    [InlineData("2025-07-20T23:59:59", "2025-07-20T23:59:59.9999999+08:00")]
    [InlineData("2025-07-20T09:30", "2025-07-20T09:30:00.9999999+08:00")]
    [InlineData("2025-07-20 09:30", "2025-07-20T09:30:00.9999999+08:00")]
    [InlineData("2025-07-20T09:30:05", "2025-07-20T09:30:05.9999999+08:00")]
    [InlineData("2025-07-20T01:30Z", "2025-07-20T09:30:00+08:00")]
    [InlineData("2025-07-20T01:30:00.5Z", "2025-07-20T09:30:00.5+08:00")]
    [InlineData("2025-07-20T09:30:00+08:00", "2025-07-20T09:30:00+08:00")]
    [InlineData("2025-07-20T09:30:00 08:00", "2025-07-20T09:30:00+08:00")]
    [InlineData("2025-07-19T20:30:00-05:00", "2025-07-20T09:30:00+08:00")]
    public void TryParse_EveryForm_IsOneMomentOfChina(string text, string iso)
    {
        Assert.True(Moments.TryParse(text, out DateTimeOffset moment));
        Assert.Equal(iso, Moments.Iso(moment));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-07")]
    [InlineData("2025-02-30")]
    [InlineData("20.07.2025")]
    [InlineData("09:30")]
    [InlineData("2025-07-20T09:30:00.5")]
    [InlineData("2025-07-20T25:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Moments.TryParse(text, out _));

    [Theory]
    [InlineData("2025-07-20", "2025-07-20T23:59:59")]
    [InlineData("2025-07-20T09:30:00+08:00", "2025-07-20T09:30:00+08:00")]
    [InlineData("2025-07-20T01:30:00.25Z", "2025-07-20T09:30:00.25+08:00")]
    public void Exact_ReadBack_IsTheSameMoment(string text, string exact)
    {
        Assert.True(Moments.TryParse(text, out DateTimeOffset moment));
        Assert.Equal(exact, Moments.Exact(moment));
        Assert.True(Moments.TryParse(exact, out DateTimeOffset again));
        Assert.Equal(moment, again);
    }
}
