using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class ViewQueryTests
{
    [Fact]
    public void Parse_ADay_IsItsEndInChina() => Assert.Equal(
        new DateTimeOffset(2025, 7, 20, 23, 59, 59, TimeSpan.FromHours(8)),
        ViewQuery.Parse(null, "2025-07-20", null).AsOf);

    [Theory]
    [InlineData("2025-07-20T09:30")]
    [InlineData("2025-07-20T09:30:00")]
    [InlineData("2025-07-20T01:30:00Z")]
    [InlineData("2025-07-20T09:30:00+08:00")]
    [InlineData("2025-07-20T09:30:00 08:00")]
    public void Parse_AMoment_IsChinasTimeUnlessItSaysOtherwise(string text) => Assert.Equal(
        new DateTimeOffset(2025, 7, 20, 1, 30, 0, TimeSpan.Zero), ViewQuery.Parse(null, text, null).AsOf);

    [Fact]
    public void Parse_PartsThatAreNotUnderstood_AreNamedAndLeftOut()
    {
        ViewQuery query = ViewQuery.Parse("2025-13", "yesterday", "320902");

        Assert.Equal(["month", "asOf"], query.Rejected);
        Assert.Null(query.Month);
        Assert.Null(query.AsOf);
        Assert.Equal("320902", query.Region);
    }

    [Fact]
    public void Parse_NothingChosen_IsNoAddress()
    {
        ViewQuery query = ViewQuery.Parse("", "", "");

        Assert.Empty(query.Rejected);
        Assert.Equal("", query.ToAddress());
    }

    [Fact]
    public void ToAddress_ReadBack_GivesTheSameChoice()
    {
        ViewQuery query = new(new YearMonth(2025, 6), new DateTimeOffset(2025, 7, 20, 1, 30, 5, TimeSpan.Zero), "320902");

        Assert.Equal("?month=2025-06&asOf=2025-07-20T09%3A30%3A05&region=320902", query.ToAddress());
        Assert.Equal(query.AsOf, ViewQuery.Parse("2025-06", query.AsOfInput, "320902").AsOf);
    }
}
