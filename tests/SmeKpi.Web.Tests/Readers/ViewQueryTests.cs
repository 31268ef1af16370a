using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class ViewQueryTests
{
    [Fact]
    public void Parse_ADay_IsItsLastMomentInChina() => Assert.Equal(
        new DateTimeOffset(2025, 7, 21, 0, 0, 0, TimeSpan.FromHours(8)).AddTicks(-1),
        ViewQuery.Parse(null, "2025-07-20", null).AsOf);

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
        ViewQuery query = new(
            new YearMonth(2025, 6), new DateTimeOffset(2025, 7, 20, 1, 30, 5, TimeSpan.Zero), "320902", "plain");

        Assert.Equal("?month=2025-06&asOf=2025-07-20T09%3A30%3A05%2B08%3A00&region=320902&reading=plain", query.ToAddress());
        Assert.Equal(query.AsOf, ViewQuery.Parse(null, "2025-07-20T09:30:05+08:00", null).AsOf);
    }

    [Theory]
    [InlineData("2025-07-20")]
    [InlineData("2025-07-20T09:30")]
    public void AsOfInput_ReadBack_GivesTheSameMoment(string text)
    {
        ViewQuery query = ViewQuery.Parse(null, text, null);

        Assert.Equal(query.AsOf, ViewQuery.Parse(null, query.AsOfInput, null).AsOf);
        Assert.Equal("?asOf=" + Uri.EscapeDataString(query.AsOfInput), query.ToAddress());
    }
}
