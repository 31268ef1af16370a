using System.Text.Json;
using System.Text.Json.Serialization;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage;

/// <summary>Writes a month as 2025-06.</summary>
public sealed class YearMonthConverter : JsonConverter<YearMonth>
{
    public override YearMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        YearMonth.Parse(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, YearMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
