using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Units;

public sealed class YearMonthTests
{
    [Fact]
    public void AddMonths_AcrossNewYear_LandsInTheRightYear()
    {
        Assert.Equal(new YearMonth(2025, 1), new YearMonth(2024, 12).AddMonths(1));
        Assert.Equal(new YearMonth(2023, 12), new YearMonth(2024, 12).AddMonths(-12));
    }

    [Theory]
    [InlineData("2025-6")]
    [InlineData("2025-13")]
    [InlineData("202506")]
    [InlineData("２０２５-06")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnotherForm_IsRefused(string? text) => Assert.False(YearMonth.TryParse(text, out _));

    [Fact]
    public void EndOfLastYear_OfAnyMonth_IsDecemberBefore() =>
        Assert.Equal(YearMonth.Parse("2024-12"), YearMonth.Parse("2025-06").EndOfLastYear);

    [Fact]
    public void Through_LastBeforeFirst_IsEmpty() =>
        Assert.Empty(new YearMonth(2025, 2).Through(new YearMonth(2025, 1)));
}
