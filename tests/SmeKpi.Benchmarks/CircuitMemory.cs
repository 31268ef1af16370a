using System.Diagnostics;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace SmeKpi.Benchmarks;

/// <summary>What an open page on which people work costs the server: the list of accounts, opened two hundred times.</summary>
/// <remarks>
/// Growth of the process as the system counts it (resident set), garbage included: nobody asks the server to tidy up.
/// </remarks>
internal static partial class CircuitMemory
{
    private const int Warm = 20;
    private const int Pages = 200;
    private const string Page = "/admin/accounts";
    private const string Cookie = "smekpi-demo-role=security-administrator";

    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<ReportRow>> RunAsync(string url, int process)
    {
        List<OpenPage> open = [];
        try
        {
            await OpenAsync(open, url, Warm);
            await Task.Delay(s_settle);
            long before = Resident(process);
            await OpenAsync(open, url, Pages);
            await Task.Delay(s_settle);
            double each = (Resident(process) - before) / 1e6 / Pages;
            return
            [
                new($"memory of an open interactive page at {Pages} circuits (budget 2 MB)", "–",
                    Invariant($"{each:0.00} MB, of {Resident(process) / 1e6:#,0} MB in all"), null, null),
            ];
        }
        finally
        {
            open.ForEach(page => page.Dispose());
        }
    }

    private static async Task OpenAsync(List<OpenPage> open, string url, int count)
    {
        for (int at = 0; at < count; at++)
        {
            open.Add(await OpenPage.OpenAsync(new Uri(url), Page, await MarkersAsync(url), Cookie));
        }
    }

    /// <summary>What the page says about its live parts, as the browser sends it back.</summary>
    private static async Task<string> MarkersAsync(string url)
    {
        using HttpClient browser = new(new HttpClientHandler { UseCookies = false });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(new Uri(url), Page));
        request.Headers.Add("Cookie", Cookie);
        using HttpResponseMessage answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        string[] markers =
        [
            .. Marker().Matches(await answer.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value)
                .Where(marker => marker.Contains("\"descriptor\"", StringComparison.Ordinal)),
        ];
        return markers.Length > 0
            ? $"[{string.Join(',', markers)}]"
            : throw new InvalidOperationException($"{Page} has no live part.");
    }

    private static long Resident(int id)
    {
        using Process process = Process.GetProcessById(id);
        return process.WorkingSet64;
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();
}
