using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmeKpi.Core.Access;
using SmeKpi.Web.Tests.Access;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Lineage;

/// <summary>
/// Walks every page as an analyst: each figure shown leads in at most three clicks to a stored cell whose value is part of
/// it. Clicks: reading → figure → cell, or figure → cell, or cell.
/// </summary>
/// <remarks>
/// Figures that have no cell say so by their kind: law (set by the policy: leads to its measure), forecast (foretold: leads
/// to models and back-test), source (of others: leads to the publisher), assumed (what a scenario makes of the figures: leads
/// nowhere), rule (a threshold of supervision: leads to its clause), peers (made of many banks: leads to where each stands),
/// filings (counted from filings: leads to their calendar), count (rows, days, places, points: counted on the page itself). The wall is left out: it changes by itself, and nobody
/// stands before it with a mouse.
/// </remarks>
[Collection(AccessTests.Name)]
public sealed partial class FigureCrawlTests(AccessSite site)
{
    private const int MostClicks = 3;

    private readonly Dictionary<string, IDocument?> _pages = [];
    private readonly Dictionary<string, string?> _faults = [];

    [Fact]
    public async Task Figures_OnEveryPage_LeadToTheirCells()
    {
        using HttpClient client = site.Client(AccessSite.Viewer(Role.Analyst));
        List<string> wrong = [];
        int figures = 0;
        foreach (string address in Pages().DistinctBy(PathOf))
        {
            if (await OpenAsync(client, address) is not { } page)
            {
                continue;
            }

            wrong.AddRange(page.QuerySelectorAll(".figure, td.number").Where(IsUnmarked)
                .Select(element => $"{address}: '{element.TextContent.Trim()}' is no marked figure"));
            foreach (IElement figure in page.QuerySelectorAll("main [data-figure]").Where(figure => figure.TextContent.Any(char.IsAsciiDigit)))
            {
                figures++;
                if (await ProblemAsync(client, address, figure) is { } problem)
                {
                    wrong.Add($"{address}: '{figure.TextContent.Trim()}' {problem}");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {figures}:\n{string.Join('\n', wrong.Distinct().Take(40))}");
        Assert.True(figures > 1_000, $"only {figures} figures were found");
    }

    private async Task<string?> ProblemAsync(HttpClient client, string address, IElement figure)
    {
        string? link = figure.QuerySelector("a")?.GetAttribute("href");
        switch (figure.GetAttribute("data-figure"))
        {
            case "city":
                return link is null ? "leads nowhere" : await FollowAsync(client, link, figure.GetAttribute("data-value"), MostClicks);
            case "here":
                return PathOf(address).Split('/')[1] is "lineage" or "figures" or "cells" ? null : "leads nowhere";
            case "law":
                return link?.StartsWith("/measures/", StringComparison.Ordinal) == true ? null : "does not lead to its measure";
            case "forecast":
                return link?.StartsWith("/forecasts/", StringComparison.Ordinal) == true ? null : "does not lead to its method";
            case "source":
                return link?.StartsWith("http", StringComparison.Ordinal) == true ? null : "does not lead to its publisher";
            case "rule":
                return link?.Contains('#', StringComparison.Ordinal) == true ? null : "does not lead to its clause";
            case "peers":
                return link?.StartsWith("/banks", StringComparison.Ordinal) == true ? null : "does not lead to the banks";
            case "filings":
                return link == "/calendar" ? null : "does not lead to the calendar";
            case "assumed":
                return PathOf(address) is "/what-if" ? null : "is assumed on a page of facts";
            default:
                return "is of no kind";
        }
    }

    /// <summary>Follows a figure down to a cell; what was found out about an address is remembered.</summary>
    private async Task<string?> FollowAsync(HttpClient client, string link, string? value, int clicks)
    {
        string key = $"{link} {value} {clicks}";
        if (!_faults.TryGetValue(key, out string? fault))
        {
            _faults[key] = fault = await FollowOnceAsync(client, link, value, clicks);
        }

        return fault;
    }

    private async Task<string?> FollowOnceAsync(HttpClient client, string link, string? value, int clicks)
    {
        if (clicks == 0)
        {
            return $"needs more than {MostClicks} clicks";
        }

        bool isCell = link.StartsWith("/cells/", StringComparison.Ordinal);
        if (await OpenAsync(client, isCell ? link + "?surroundings=no" : link) is not { } page)
        {
            return $"leads to {link}, which is not answered";
        }

        string? here = page.QuerySelector("[data-figure=here]")?.GetAttribute("data-value");
        if (value is not null && here is not null && here != value)
        {
            return $"is {value}, but {link} says {here}";
        }

        if (isCell)
        {
            return here is null ? $"leads to {link}, which shows no value" : null;
        }

        if (page.QuerySelector("main .fault") is { } control)
        {
            return $"leads to {link}: {control.TextContent.Trim()}";
        }

        IElement? next = page.QuerySelectorAll("main table [data-figure=city]").FirstOrDefault(part =>
            part.GetAttribute("data-value") is { } number && number != "0" && IsNearer(link, part.QuerySelector("a")?.GetAttribute("href")))
            ?? page.QuerySelectorAll("main table [data-figure=city]").FirstOrDefault(part =>
                IsNearer(link, part.QuerySelector("a")?.GetAttribute("href")));
        return next is null
            ? $"leads to {link}, which has nothing behind it"
            : await FollowAsync(client, next.QuerySelector("a")!.GetAttribute("href")!, next.GetAttribute("data-value"), clicks - 1);
    }

    private static bool IsNearer(string from, string? to) => to is not null
        && Distance(to) < Distance(from);

    private static int Distance(string address) => address.Split('/', '?')[1] switch
    {
        "cells" => 0,
        "figures" => 1,
        "lineage" => 2,
        _ => 3,
    };

    private static bool IsUnmarked(IElement element) => element.TextContent.Any(char.IsAsciiDigit)
        && !element.HasAttribute("data-count")
        && element.QuerySelector("[data-figure], input") is null;

    private async Task<IDocument?> OpenAsync(HttpClient client, string address)
    {
        if (!_pages.TryGetValue(address, out IDocument? page))
        {
            using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            _pages[address] = page = answer.StatusCode == HttpStatusCode.OK
                ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                : null;
        }

        return page;
    }

    /// <summary>The list of the site's pages that the browser tests walk, read from its source: there is one list.</summary>
    private static IEnumerable<string> Pages() => Address().Matches(File.ReadAllText(
            Path.Combine(Repository.Root, "tests", "SmeKpi.Browser.Tests", "SitePages.cs")))
        .Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"(/[^\"]*)\"")]
    private static partial Regex Address();

    private static string PathOf(string address) => address.Split('?')[0];
}
