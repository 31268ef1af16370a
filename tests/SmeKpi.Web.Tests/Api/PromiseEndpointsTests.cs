using System.Net.Http.Headers;
using System.Text.Json;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class PromiseEndpointsTests(ApiServer server)
{
    [Fact]
    public async Task Promises_OfTheDemonstration_AreSyntheticAndOpenOnesComeFirst()
    {
        JsonElement[] promises = [.. (await server.GetAsync("/api/v1/promises")).EnumerateArray()];

        Assert.NotEmpty(promises);
        Assert.All(promises, promise => Assert.True(promise.GetProperty("synthetic").GetBoolean()));
        bool[] open = [.. promises.Select(promise => promise.GetProperty("state").GetString() == "open")];
        Assert.Equal(open.OrderDescending(), open);
    }

    [Fact]
    public async Task Promises_CarriedOver_KeepTheirFirstDate()
    {
        JsonElement promise = (await server.GetAsync("/api/v1/promises?target=M08.1&owner=department:nfra-yancheng"))
            .EnumerateArray().Single();

        Assert.Equal("2025-06-15", promise.GetProperty("firstDue").GetString());
        Assert.Equal("2025-12-31", promise.GetProperty("due").GetString());
        Assert.True(promise.GetProperty("overdue").GetBoolean());
        Assert.Equal(
            ["carry-over", "carry-over"],
            promise.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("act").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/promises?owner=nobody", "owner: 'nobody'; expected kind and code, as in bank:D005.")]
    [InlineData("/api/v1/promises?meeting=last", "meeting: 'last'; expected a number, as in 1.")]
    public async Task Promises_AskedWrongly_SaysWhatWasFound(string address, string detail)
    {
        (int status, JsonElement problem) = await server.GetProblemAsync(address);

        Assert.Equal((400, detail), (status, problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Promises_AsCsv_HaveOneLineEach_AndABankSeesItsOwnOnly()
    {
        string all = await CsvAsync(Role.Leader);
        string own = await CsvAsync(Role.BankReporter);

        Assert.StartsWith("id,meeting,madeOn,text,target", all, StringComparison.Ordinal);
        Assert.Contains(",bank,D005,", all, StringComparison.Ordinal);
        string line = Assert.Single(own.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Contains(",bank,D001,", line, StringComparison.Ordinal);
    }

    private async Task<string> CsvAsync(Role role)
    {
        using HttpClient client = await server.ClientAsync(role);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        return await client.GetStringAsync(new Uri("/api/v1/promises", UriKind.Relative));
    }
}
