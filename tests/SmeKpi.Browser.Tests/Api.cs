using System.Net.Http.Json;
using System.Text.Json;

namespace SmeKpi.Browser.Tests;

/// <summary>A number of the API: a decimal string and its unit.</summary>
public sealed record Amount(string Value, string Unit);

/// <summary>The parts of a reading that pages show.</summary>
public sealed record Reading(
    string Id, string Month, string? Bank, Amount? Actual, Amount? Target, Amount? Gap, string Standing, string Origin);

/// <summary>Asks the program for readings over its API.</summary>
public sealed class Api(string address) : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _client = new() { BaseAddress = new Uri(address) };

    public HttpClient Client => _client;

    /// <param name="query">As in month=2025-06.</param>
    public async Task<IReadOnlyList<Reading>> ReadingsAsync(string query) =>
        await _client.GetFromJsonAsync<List<Reading>>(
            $"/api/v1/kpis?{query}", s_json, TestContext.Current.CancellationToken) ?? [];

    /// <summary>The name of a bank in Chinese.</summary>
    public async Task<string> BankNameAsync(string code)
    {
        JsonElement banks = await _client.GetFromJsonAsync<JsonElement>(
            "/api/v1/banks", TestContext.Current.CancellationToken);
        return banks.EnumerateArray().Single(bank => bank.GetProperty("code").GetString() == code)
            .GetProperty("name").GetProperty("zh").GetString()!;
    }

    public void Dispose() => _client.Dispose();
}
