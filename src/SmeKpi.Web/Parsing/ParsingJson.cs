using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;

namespace SmeKpi.Web.Parsing;

/// <summary>What the parser in its own process is told besides the bytes.</summary>
internal sealed record ParsingOrder(
    string FileName,
    YearMonth? Month,
    string? Bank,
    string? Region,
    IReadOnlyList<Bank> Banks,
    IReadOnlyList<Region> Regions)
{
    /// <summary>Set when not what the file holds is asked for but what stands around this cell.</summary>
    public SourceCell? Window { get; init; }

    public static ParsingOrder Of(SourceFile file, SourceContext context) =>
        new(file.Name, context.Month, context.Bank, context.Region, context.Banks, context.Regions);

    public static ParsingOrder Of(SourceFile file, SourceCell window) =>
        new(file.Name, null, null, null, [], []) { Window = window };

    public SourceContext ToContext(SourceContext known) =>
        known with { Month = Month, Bank = Bank, Region = Region, Banks = Banks, Regions = Regions };
}

/// <summary>Orders and results on their way between the two processes.</summary>
internal static class ParsingJson
{
    private static readonly ParsingJsonContext s_context = new(
        new JsonSerializerOptions(ParsingJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new YearMonthConverter() },
        });

    public static JsonTypeInfo<ParsingOrder> Order => s_context.ParsingOrder;

    public static JsonTypeInfo<ParsedFile> Result => s_context.ParsedFile;

    public static JsonTypeInfo<CellWindow> Window => s_context.CellWindow;
}

/// <summary>Numbers are written as texts, so that every digit of a decimal comes back.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ParsingOrder))]
[JsonSerializable(typeof(ParsedFile))]
[JsonSerializable(typeof(CellWindow))]
internal sealed partial class ParsingJsonContext : JsonSerializerContext;
