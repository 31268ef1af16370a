using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Tests.Access;

[Collection(AccessTests.Name)]
public sealed class RightsPageTests(AccessSite site)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Page_EveryCell_SaysWhatTheTableSaysInWords(string language)
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.AuditAdministrator));
        client.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        string page = await client.GetStringAsync("/rights", TestContext.Current.CancellationToken);

        IElement[] rows = [.. new HtmlParser().ParseDocument(page).QuerySelectorAll(".rights tbody tr")];

        RightsTable rights = Law.Load().Rights;
        Assert.Equal(Right.All, rows.Select(row => row.QuerySelector("th code")!.TextContent));
        Assert.All(rows.Zip(Right.All), pair => Assert.Equal(
            [rights.Granted(null, pair.Second), .. RoleNames.All.Select(role => rights.Granted(role, pair.Second))],
            pair.First.QuerySelectorAll("td.reach").Select(cell => Enum.Parse<Reach>(cell.GetAttribute("data-reach")!))));
        Assert.All(rows.SelectMany(row => row.QuerySelectorAll("td.reach")), cell => Assert.Matches(@"\p{L}", cell.TextContent));
        Assert.DoesNotContain("Right_", page, StringComparison.Ordinal);
    }
}
