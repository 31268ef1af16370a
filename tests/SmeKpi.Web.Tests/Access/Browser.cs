using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SmeKpi.Web.Tests.Access;

/// <summary>An answer: where it leads, or the page it is.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Text, IReadOnlyList<string> Cookies)
{
    public IHtmlDocument Page { get; } = new HtmlParser().ParseDocument(Text);

    public string? Alert => Page.QuerySelector("[role=alert]")?.TextContent.Trim();
}

/// <summary>Somebody at a browser without scripts: opens pages, fills forms, keeps cookies.</summary>
internal sealed class Browser(HttpClient client) : IDisposable
{
    public async Task<Answer> GetAsync(string path)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public async Task<Answer> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        Answer page = await GetAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status} {page.Location}");
        IElement form = page.Page.QuerySelector("main form")!;
        Dictionary<string, string> values = form.QuerySelectorAll("input[name]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(path, values);
    }

    public async Task<Answer> PostAsync(string path, Dictionary<string, string> values)
    {
        using FormUrlEncodedContent content = new(values);
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    public Task<Answer> SignInAsync(string name, string password = AccountServer.Password, string back = "/account") =>
        SendAsync($"/signin?back={Uri.EscapeDataString(back)}", ("Name", name), ("Password", password));

    public void Dispose() => client.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal),
        await response.Content.ReadAsStringAsync(),
        response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? [.. cookies] : []);
}
