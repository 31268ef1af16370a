using System.Net;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace SmeKpi.Benchmarks;

/// <summary>What a browser with nothing stored transfers to show the leaders' page: the page and all that it names.</summary>
/// <remarks>
/// Asked for with "br, gzip" as browsers do. The Chinese font is named by a style sheet and fetched only by a browser whose
/// machine has none; the style sheet counts, the font does not.
/// </remarks>
internal static partial class FirstVisit
{
    public static async Task<IReadOnlyList<ReportRow>> RunAsync(string url)
    {
        using HttpClient browser = Browser(url);
        List<(string Path, long Bytes)> parts = [("/", await BytesAsync(browser, "/"))];
        HashSet<string> hosts = [];
        foreach (string reference in await ReferencesAsync(url))
        {
            Uri address = new(new Uri(url), reference);
            hosts.Add(address.Authority);
            parts.Add((address.PathAndQuery, await BytesAsync(browser, address.PathAndQuery)));
        }

        string others = hosts.All(host => host == new Uri(url).Authority) ? "no other host" : string.Join(", ", hosts);
        return
        [
            new($"first visit of the cockpit, {parts.Count} files, {others} (budget 300 KB without the Chinese font)", "–",
                Invariant($"{parts.Sum(part => part.Bytes) / 1000.0:#,0} KB"), null, null),
        ];
    }

    /// <summary>The address of the site's own style sheet: a static file about as large as the page.</summary>
    public static async Task<string> StyleSheetAsync(string url) =>
        "/" + (await ReferencesAsync(url)).First(reference => reference.StartsWith("app.", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> ReferencesAsync(string url)
    {
        using HttpClient reader = new();
        string page = await reader.GetStringAsync(new Uri(url));
        return [.. Reference().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct()];
    }

    private static HttpClient Browser(string url)
    {
        HttpClient client = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(url),
        };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        return client;
    }

    private static async Task<long> BytesAsync(HttpClient browser, string path)
    {
        using HttpResponseMessage answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        long head = answer.Headers.Concat(answer.Content.Headers).Sum(line => line.Key.Length + 4 + line.Value.Sum(value => value.Length));
        return head + (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    [GeneratedRegex("""(?:<link[^>]*\shref|<script[^>]*\ssrc|<img[^>]*\ssrc)="([^"]+)""")]
    private static partial Regex Reference();
}
