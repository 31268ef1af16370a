using Microsoft.AspNetCore.Http;
using SmeKpi.Web.Circuits;

namespace SmeKpi.Web.Tests.Circuits;

public sealed class OwnOriginTests
{
    [Theory]
    [InlineData(null, "kpi.example:5080", true)]
    [InlineData("http://kpi.example:5080", "kpi.example:5080", true)]
    [InlineData("https://KPI.example", "kpi.example", true)]
    [InlineData("http://[::1]:5080", "[::1]:5080", true)]
    [InlineData("https://kpi.example:8443", "kpi.example", false)]
    [InlineData("http://kpi.example", "kpi.example:5080", false)]
    [InlineData("https://kpi.example.evil.example", "kpi.example", false)]
    [InlineData("https://evil.example", "kpi.example", false)]
    [InlineData("null", "kpi.example", false)]
    [InlineData("kpi.example", "kpi.example", false)]
    public void IsOwn_OriginOfABrowser_IsComparedWithTheHost(string? origin, string host, bool expected) =>
        Assert.Equal(expected, OwnOrigin.IsOwn(origin, new HostString(host)));
}
