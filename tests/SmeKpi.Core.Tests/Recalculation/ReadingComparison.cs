using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>Sets the program's readings against the second calculation, field by field.</summary>
public static class ReadingComparison
{
    // A sum or quotient taken in another order may differ in the 28th digit; nothing else may. Relative to the value,
    // but to no less than one: a small gap is the difference of two large ratios.
    private const decimal Tolerance = 1e-20m;

    /// <summary>What differs, one line each: readings of one side only, and fields that are not the same.</summary>
    public static IReadOnlyList<string> Differences(
        IEnumerable<RecalculatedReading> expected, IEnumerable<KpiReading> found)
    {
        Dictionary<string, KpiReading> left = found.ToDictionary(one => Key(
            one.Id, one.Reading, one.Month.Number, one.Subject.Region, one.Subject.Bank));
        List<string> differences = [];
        foreach (RecalculatedReading reading in expected)
        {
            string key = Key(reading.Id, reading.Reading, reading.Month.Number, reading.Region, reading.Bank);
            if (left.Remove(key, out KpiReading? other))
            {
                differences.AddRange(Fields(reading, other).Select(field => $"{key}: {field}"));
            }
            else
            {
                differences.Add($"{key}: not among the program's readings");
            }
        }

        differences.AddRange(left.Keys.Select(key => $"{key}: only among the program's readings"));
        return differences;
    }

    private static string Key(string id, string reading, int month, string region, string? bank) =>
        string.Join(' ', id, reading, month, region, bank ?? "-");

    private static IEnumerable<string> Fields(RecalculatedReading expected, KpiReading found) =>
        ((string?[])
        [
            Number("actual", expected.Actual, found.Actual?.Number),
            Number("target", expected.Target, found.Target?.Number),
            Number("pace", expected.LinearPace, found.Pace?.Number),
            Number("run rate", expected.RequiredRunRate, found.RequiredRunRate?.Number),
            Same("standing", expected.Standing, Name(found.Standing)),
            Same("expected", expected.Expected, found.Completeness.Expected),
            Same("received", expected.Received, found.Completeness.Received),
            Same("published", expected.Published, found.Origin == Origin.Published),
        ]).OfType<string>();

    private static string? Number(string field, decimal? expected, decimal? found) =>
        (expected, found) switch
        {
            (null, null) => null,
            ({ } one, { } other) when Math.Abs(one - other) <= Tolerance * Math.Max(1m, Math.Abs(one)) => null,
            _ => FormattableString.Invariant($"{field} expected {expected}, found {found}"),
        };

    private static string? Same<T>(string field, T expected, T found) =>
        Equals(expected, found) ? null : $"{field} expected {expected}, found {found}";

    /// <summary>NotAssessable becomes not-assessable.</summary>
    public static string Name(Standing standing) => string.Concat(standing.ToString().Select((character, index) =>
        char.IsUpper(character) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(character) : character.ToString()));
}
