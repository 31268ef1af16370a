using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Api;

/// <summary>A number as the API gives it: a decimal string, unrounded, with its unit.</summary>
internal sealed record AmountJson(string Value, string Unit)
{
    public static AmountJson? Of(Quantity? quantity) => quantity is { } some
        ? new AmountJson(Decimals.Plain(some.Number), UnitName(some.Unit))
        : null;

    public static string UnitName(Unit unit) => unit switch
    {
        Core.Units.Unit.Yuan => "yuan",
        Core.Units.Unit.Count => "count",
        Core.Units.Unit.Percent => "percent",
        Core.Units.Unit.BasisPoints => "bp",
        Core.Units.Unit.Points => "points",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}

/// <summary>Decimals as text that every reader takes: no exponent, no trailing zeros, a point.</summary>
internal static class Decimals
{
    public static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}

internal sealed record CompletenessJson(int Expected, int Received);

/// <summary>A reading as `kpi --format json` prints it and the API returns it (design.md §9).</summary>
internal sealed record ReadingJson
{
    public required string Id { get; init; }

    public required string Reading { get; init; }

    public required string Month { get; init; }

    public required string Region { get; init; }

    public required string? Bank { get; init; }

    public required AmountJson? Actual { get; init; }

    public required AmountJson? Target { get; init; }

    public required AmountJson? Gap { get; init; }

    public required string Standing { get; init; }

    public required AmountJson? Pace { get; init; }

    public required AmountJson? SeasonalPace { get; init; }

    public required AmountJson? RequiredRunRate { get; init; }

    public required AmountJson? RequiredIncrement { get; init; }

    public required string? BindingTarget { get; init; }

    /// <summary>The chance of meeting the target in December, from 0 to 1; only on ruling readings of the city.</summary>
    public decimal? Probability { get; init; }

    public required CompletenessJson Completeness { get; init; }

    public required string Origin { get; init; }

    public required string AsOf { get; init; }

    public required bool Synthetic { get; init; }

    /// <param name="probability">Null where no forecast is made.</param>
    public static ReadingJson Of(KpiReading reading, DateTimeOffset asOf, decimal? probability = null) => new()
    {
        Id = reading.Id,
        Reading = reading.Reading,
        Month = reading.Month.ToString(),
        Region = reading.Subject.Region,
        Bank = reading.Subject.Bank,
        Actual = AmountJson.Of(reading.Actual),
        Target = AmountJson.Of(reading.Target),
        Gap = AmountJson.Of(reading.Gap),
        Standing = Kebab(reading.Standing),
        Pace = AmountJson.Of(reading.Pace),
        SeasonalPace = AmountJson.Of(reading.SeasonalPace),
        RequiredRunRate = AmountJson.Of(reading.RequiredRunRate),
        RequiredIncrement = AmountJson.Of(reading.RequiredIncrement),
        BindingTarget = reading.BindingTarget,
        Probability = probability,
        Completeness = new CompletenessJson(reading.Completeness.Expected, reading.Completeness.Received),
        Origin = Kebab(reading.Origin),
        AsOf = Moments.Iso(asOf),
        Synthetic = reading.Synthetic,
    };

    /// <summary>FarBehind becomes far-behind.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false)]
[JsonSerializable(typeof(ReadingJson))]
[JsonSerializable(typeof(IReadOnlyList<ReadingJson>))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
