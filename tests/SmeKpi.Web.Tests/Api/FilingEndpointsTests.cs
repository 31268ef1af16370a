using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;
using SmeKpi.Storage.Filings;

namespace SmeKpi.Web.Tests.Api;

/// <summary>Filing through the API, and filings of others that are not there.</summary>
[Collection(ApiTests.Name)]
public sealed class FilingEndpointsTests(ApiServer server)
{
    [Fact]
    public async Task Post_Return_IsAcceptedOnceAndJudged()
    {
        using HttpClient clerk = await server.ClientAsync(Role.BankReporter);
        byte[] file = TidyReturns.With("2024-02,D001,320902,loans.green.balance,rmb_fx,1.25,亿元");

        using HttpResponseMessage first = await PostAsync(clerk, file, "2024-02");
        using HttpResponseMessage again = await PostAsync(clerk, file, "2024-02");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        JsonElement filing = await JsonAsync(first);
        Assert.Equal($"/api/v1/submissions/{filing.GetProperty("id").GetString()}", first.Headers.Location!.OriginalString);
        Assert.Equal(filing.GetProperty("id").GetString(), (await JsonAsync(again)).GetProperty("id").GetString());
        Assert.Equal("D001", filing.GetProperty("bank").GetString());
    }

    [Theory]
    [InlineData("month", "2024-13", HttpStatusCode.BadRequest)]
    [InlineData("month", "2199-01", HttpStatusCode.BadRequest)]
    [InlineData("bank", "D002", HttpStatusCode.Forbidden)]
    public async Task Post_WrongField_IsRefused(string field, string value, HttpStatusCode expected)
    {
        using HttpClient clerk = await server.ClientAsync(Role.BankReporter);
        using MultipartFormDataContent form = Form(TidyReturns.Many(1), field == "month" ? value : "2024-01");
        if (field != "month")
        {
            form.Add(new StringContent(value), field);
        }

        using HttpResponseMessage answer = await clerk.PostAsync(
            new Uri("/api/v1/submissions", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        using HttpClient clerk = await server.ClientAsync(Role.BankReporter);
        clerk.DefaultRequestHeaders.Add("Origin", "https://example.org");

        using HttpResponseMessage answer = await PostAsync(clerk, TidyReturns.Many(1), "2024-01");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/filings/{0}", HttpStatusCode.NotFound)]
    [InlineData("/filings/{0}/receipt", HttpStatusCode.NotFound)]
    [InlineData("/filings/{0}/original", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/submissions/filing-{0}", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/submissions/filing-{0}/findings", HttpStatusCode.NotFound)]
    public async Task Get_FilingOfAnotherBank_IsNotThere(string address, HttpStatusCode expected)
    {
        int foreign = await ForeignAsync();
        Uri uri = new(address.Replace("{0}", $"{foreign}", StringComparison.Ordinal), UriKind.Relative);

        foreach (Role role in new[] { Role.BankReporter, Role.BankSigner })
        {
            using HttpClient own = await server.ClientAsync(role);
            using HttpResponseMessage answer = await own.GetAsync(uri, TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.StatusCode);
        }

        using HttpClient regulator = await server.ClientAsync(Role.Regulator);
        using HttpResponseMessage seen = await regulator.GetAsync(uri, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    [Theory]
    [InlineData("sign", Role.BankSigner, HttpStatusCode.NotFound)]
    [InlineData("withdraw", Role.BankReporter, HttpStatusCode.NotFound)]
    [InlineData("sign", Role.Regulator, HttpStatusCode.Forbidden)]
    [InlineData("publish", Role.BankSigner, HttpStatusCode.Forbidden)]
    [InlineData("publish", Role.Analyst, HttpStatusCode.Forbidden)]
    public async Task Post_ActOnAFilingOfAnotherBank_IsRefused(string act, Role role, HttpStatusCode expected)
    {
        int foreign = await ForeignAsync();
        using HttpClient client = await server.ClientAsync(role);

        using HttpResponseMessage answer = await client.PostAsync(
            new Uri($"/api/v1/submissions/filing-{foreign}/{act}", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task List_OfABank_HoldsOnlyItsOwn()
    {
        await ForeignAsync();
        using HttpClient clerk = await server.ClientAsync(Role.BankReporter);

        string own = await clerk.GetStringAsync(new Uri("/filings", UriKind.Relative));
        string asked = await clerk.GetStringAsync(new Uri("/filings?bank=D002", UriKind.Relative));

        Assert.DoesNotContain("D002-", own, StringComparison.Ordinal);
        Assert.DoesNotContain("D002-", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_Download_NamesEveryRuleInBothLanguages()
    {
        using HttpClient client = await server.ClientAsync(Role.BankReporter);

        string csv = await client.GetStringAsync(new Uri("/rules.csv", UriKind.Relative));

        Assert.True(csv.Split('\n').Length > 100);
        Assert.Contains("V214", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tidy-return", "text/csv")]
    [InlineData("s71-i", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Template_Known_IsAFile(string id, string type)
    {
        using HttpClient client = await server.ClientAsync(Role.BankReporter);

        using HttpResponseMessage answer = await client.GetAsync(
            new Uri($"/templates/{id}?culture=en", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Content.Headers.ContentDisposition?.FileName);
    }

    /// <summary>A filing of D002; the bank people of a demonstration are D001's.</summary>
    private async Task<int> ForeignAsync()
    {
        FilingDesk desk = (await server.ServicesAsync()).GetRequiredService<FilingDesk>();
        FilingOutcome outcome = await desk.ReceiveAsync(
            new FilingArrival(
                "D002",
                YearMonth.Parse("2024-03"),
                new SourceFile("return.csv", Encoding.UTF8.GetBytes("month,bank_code\n")),
                FilingChannels.Api),
            new Filer(new Viewer("foreign", Role.BankReporter, "D002", [], HasSecondFactor: true)));
        return outcome.Submission!.Id;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] file, string month) => client.PostAsync(
        new Uri("/api/v1/submissions", UriKind.Relative), Form(file, month), TestContext.Current.CancellationToken);

    private static MultipartFormDataContent Form(byte[] file, string month) => new()
    {
        { new StringContent(month), "month" }, { new ByteArrayContent(file), "file", "return.csv" },
    };

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
