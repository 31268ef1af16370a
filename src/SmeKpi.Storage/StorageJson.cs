using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Storage;

/// <summary>What the database keeps as JSON: findings, aliases, readings, forecasts, proposals and the figures of cases.</summary>
internal static class StorageJson
{
    private static readonly StorageJsonContext s_context = new(
        new JsonSerializerOptions(StorageJsonContext.Default.Options)
        {
            // Chinese stays readable in the database; the text never becomes part of a page unescaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new YearMonthConverter() },
        });

    public static string From(IReadOnlyList<Finding> findings) =>
        JsonSerializer.Serialize(findings, s_context.IReadOnlyListFinding);

    public static IReadOnlyList<Finding> ToFindings(string json) =>
        JsonSerializer.Deserialize(json, s_context.IReadOnlyListFinding) ?? [];

    public static string From(IReadOnlyList<FormSheet> forms) =>
        JsonSerializer.Serialize(forms, s_context.IReadOnlyListFormSheet);

    public static IReadOnlyList<FormSheet> ToForms(string json) =>
        JsonSerializer.Deserialize(json, s_context.IReadOnlyListFormSheet) ?? [];

    public static string From(IReadOnlyList<string> texts) =>
        JsonSerializer.Serialize(texts, s_context.IReadOnlyListString);

    public static IReadOnlyList<string> ToTexts(string json) =>
        JsonSerializer.Deserialize(json, s_context.IReadOnlyListString) ?? [];

    public static string From(Dictionary<string, string> pairs) =>
        JsonSerializer.Serialize(pairs, s_context.DictionaryStringString);

    public static IReadOnlyDictionary<string, string> ToPairs(string json) =>
        JsonSerializer.Deserialize(json, s_context.DictionaryStringString) ?? [];

    public static string From(KpiReading reading) => JsonSerializer.Serialize(reading, s_context.KpiReading);

    public static KpiReading ToReading(string json) => JsonSerializer.Deserialize(json, s_context.KpiReading)
        ?? throw new JsonException("A stored reading is empty.");

    public static string From(TargetForecast forecast) => JsonSerializer.Serialize(forecast, s_context.TargetForecast);

    public static TargetForecast ToForecast(string json) => JsonSerializer.Deserialize(json, s_context.TargetForecast)
        ?? throw new JsonException("A stored forecast is empty.");

    public static string From(BackTest test) => JsonSerializer.Serialize(test, s_context.BackTest);

    public static BackTest ToBackTest(string json) => JsonSerializer.Deserialize(json, s_context.BackTest)
        ?? throw new JsonException("A stored back-test is empty.");

    public static string From(CaseEvidence evidence) => JsonSerializer.Serialize(evidence, s_context.CaseEvidence);

    public static CaseEvidence ToEvidence(string json) => JsonSerializer.Deserialize(json, s_context.CaseEvidence)
        ?? throw new JsonException("The stored figures of a case are empty.");
}

/// <summary>Numbers are written as texts, so that every digit of a decimal comes back.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(IReadOnlyList<FormSheet>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(KpiReading))]
[JsonSerializable(typeof(TargetForecast))]
[JsonSerializable(typeof(BackTest))]
[JsonSerializable(typeof(CaseEvidence))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
