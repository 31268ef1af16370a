using SmeKpi.Web.Components.Layout;

namespace SmeKpi.Web.Tests.Layout;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("/targets/M01.1?month=2025-06", "/targets/M01.1?month=2025-06")]
    [InlineData("/", "/")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("https://example.org", "/")]
    [InlineData("imports", "/")]
    [InlineData("/a\r\nb", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void LocalOrHome_Address_NeverLeavesTheSite(string? address, string expected) =>
        Assert.Equal(expected, PageAddress.LocalOrHome(address));

    [Fact]
    public void KeptChoices_AddressWithMore_KeepsMonthAsOfAndArea() => Assert.Equal(
        "?month=2025-06&asOf=2025-07-20T09%3A30%3A00&region=320902",
        PageAddress.KeptChoices("http://x/?region=320902&asOf=2025-07-20T09:30&month=2025-06&other=1"));
}
