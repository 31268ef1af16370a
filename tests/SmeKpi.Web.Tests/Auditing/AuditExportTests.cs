using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Api;
using SmeKpi.Web.Tests.Api;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Auditing;

/// <summary>The chain as a file, and what happens when nothing can be recorded.</summary>
[Collection(ApiTests.Name)]
public sealed class AuditExportTests(ApiServer server, SeededDatabase seeded)
{
    [Fact]
    public async Task Export_EverythingAsJsonLines_VerifiesWithoutTheProgram()
    {
        string[] lines = await LinesAsync(server, "/audit/export.jsonl");
        AuditEntry[] entries = [.. lines.Select(Entry)];

        string head = new AuditHead(entries[^1].Number, entries[^1].Hash).ToString();
        Assert.Equal(
            new AuditVerdict(lines.Length, 0, null),
            AuditWalk.Verify(entries, new AuditWitnesses(head, head, string.Empty)));
        Assert.Equal(
            ("demo:audit-administrator", AuditAction.Export, "audit.jsonl"),
            (entries[^1].Event.Actor, entries[^1].Event.Action, entries[^1].Event.Target));
    }

    [Fact]
    public async Task Export_WhatASpreadsheetTakesForAFormula_IsNeutralised()
    {
        foreach (string actor in new[] { "=1+1", "+8613800000000", "-1", "@x", "\uFF1Dcmd" })
        {
            await (await server.ServicesAsync()).GetRequiredService<AuditLog>().RecordAsync(new AuditEvent(
                actor, null, null, AuditAction.SignIn, "a \"quoted\", divided name", AuditResult.Failed));
        }

        string[] lines = await LinesAsync(server, "/audit/export.csv?action=sign-in&result=failed");

        Assert.Equal("\uFEFFnumber,at,actor,role,address,action,target,result,detail,previous_hash,hash", lines[0].TrimEnd());
        Assert.Equal(
            ["'=1+1", "'+8613800000000", "'-1", "'@x", "'\uFF1Dcmd"], lines[1..].Select(line => line.Split(',')[2]));
        Assert.All(lines[1..], line => Assert.Contains("\"a \"\"quoted\"\", divided name\"", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("-", "'-")]
    [InlineData("a=b", "a=b")]
    [InlineData(null, "")]
    public void WordsLine_AnyField_IsNeverAFormula(string? field, string expected) =>
        Assert.Equal($"{expected}\r\n", CsvText.WordsLine([field]));

    [Fact]
    public async Task Export_ParameterWithoutMeaning_IsAProblemAndNoExport()
    {
        using HttpClient client = await server.ClientAsync(Role.AuditAdministrator);

        using HttpResponseMessage answer = await client.GetAsync(new Uri("/audit/export.csv?action=fly", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task AuditThatCannotBeWritten_StopsWhatItWouldRecord()
    {
        await using ApiServer own = new(seeded);
        using HttpClient auditor = await own.ClientAsync(Role.AuditAdministrator);
        DatabaseFile database = await own.DatabaseAsync();
        database.Execute("CREATE TRIGGER shut BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'shut'); END");
        long before = database.Count("audit");

        using HttpResponseMessage export = await auditor.GetAsync(new Uri("/audit/export.jsonl", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, export.StatusCode);
        Assert.Equal("application/problem+json", export.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("previousHash", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        auditor.DefaultRequestHeaders.Add("Accept", "text/html");
        using HttpResponseMessage page = await auditor.GetAsync(new Uri("/audit/export.csv", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("Not done: the audit record cannot be written", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, database.Count("audit"));

        database.Execute("DROP TRIGGER shut");
        Assert.NotEmpty(await LinesAsync(own, "/audit/export.jsonl"));
    }

    private static async Task<string[]> LinesAsync(ApiServer server, string address)
    {
        using HttpClient client = await server.ClientAsync(Role.AuditAdministrator);
        byte[] content = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return System.Text.Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static AuditEntry Entry(string line)
    {
        JsonElement json = JsonDocument.Parse(line).RootElement;
        return new AuditEntry(
            json.GetProperty("number").GetInt64(),
            DateTimeOffset.ParseExact(Text("at")!, "O", CultureInfo.InvariantCulture),
            new AuditEvent(
                Text("actor")!, Text("role"), Text("address"), Text("action")!, Text("target")!,
                Enum.Parse<AuditResult>(Text("result")!, ignoreCase: true), Text("detail")),
            Text("previousHash")!,
            Text("hash")!);

        string? Text(string name) => json.GetProperty(name).GetString();
    }
}
