using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using SmeKpi.SampleData;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Api;

/// <summary>What the command line refused is found in the API and on the pages, beside what it accepted.</summary>
public sealed class RefusedSubmissionTests(SeededDatabase seeded)
{
    [Fact]
    public async Task RefusedFiles_OfTheCommandLine_AreAnsweredAndListed()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);
        string good = folder.Write("in/banks.csv", "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\nT1,甲,A,city,true,,,\n"u8.ToArray());
        string empty = folder.Write("in/empty.csv", []);
        string stranger = folder.Write(
            "in/stranger.csv", TidyReturns.With("2025-06,X999,320902,loans.all.balance,rmb_fx,1.00,万元"));
        await Smekpi.RunAsync("import", empty, stranger, "--data", data);
        RunResult again = await Smekpi.RunAsync("import", good, empty, stranger, "--data", data);

        Assert.Contains("2 refused", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, new DatabaseFile(data).Count("refusals"));
        await using WebApplicationFactory<Program> site =
            new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("data", data));
        using HttpClient client = site.CreateClient();
        await AssertAnsweredAsync(client, "refused-1", "empty.csv", "unreadable", "S101");
        await AssertAnsweredAsync(client, "refused-2", "stranger.csv", "rejected", "V211");
        string list = await client.GetStringAsync(new Uri("/imports", UriKind.Relative));
        Assert.Contains("/imports/refused/1", list, StringComparison.Ordinal);
        Assert.Contains("stranger.csv", list, StringComparison.Ordinal);
        JsonElement accepted = await GetAsync(client, "submissions/" + ImportOf(data));
        Assert.Equal("published", accepted.GetProperty("state").GetString());
        Assert.Equal("banks.csv", accepted.GetProperty("fileName").GetString());
        foreach (string unknown in new[] { "refused-3", "refused-", "99999", "-1", "x", "refused-1/findings/x" })
        {
            using HttpResponseMessage response =
                await client.GetAsync(new Uri("/api/v1/submissions/" + unknown, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private static async Task AssertAnsweredAsync(HttpClient client, string id, string name, string state, string rule)
    {
        JsonElement submission = await GetAsync(client, "submissions/" + id);
        Assert.Equal(
            (id, name, state),
            (submission.GetProperty("id").GetString(), submission.GetProperty("fileName").GetString(),
                submission.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, submission.GetProperty("knownSince").ValueKind);
        JsonElement finding = (await GetAsync(client, $"submissions/{id}/findings"))[0];
        Assert.Equal(rule, finding.GetProperty("rule").GetString());
        Assert.StartsWith(rule, finding.GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    private static string ImportOf(string data) =>
        Convert.ToString(new DatabaseFile(data).Rows("SELECT id FROM imports WHERE file_name = 'banks.csv'")[0][0], System.Globalization.CultureInfo.InvariantCulture)!;

    private static async Task<JsonElement> GetAsync(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/" + address, UriKind.Relative))).RootElement;
}
