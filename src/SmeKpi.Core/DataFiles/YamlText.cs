using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.DataFiles;

/// <summary>One scalar of a YAML file that knows where it stands: every complaint names file and line.</summary>
/// <param name="Key">The path of keys to it, as in behind-up-to.unit.</param>
public sealed record YamlText(string File, int Line, string Key, string Value)
{
    public override string ToString() => Value;

    /// <summary>The complaint that this value has another form than expected.</summary>
    public DataFileException Wrong(string expected) =>
        new(File, Line, $"{Key}: found '{Value}', expected {expected}");

    /// <exception cref="DataFileException">The value is no whole number.</exception>
    public int ToInteger() =>
        int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Wrong("a whole number, as in 2025");

    /// <exception cref="DataFileException">The value is no decimal number.</exception>
    public decimal ToDecimal()
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(Value, Style, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw Wrong("a number with a decimal point, as in 3.00");
    }

    /// <exception cref="DataFileException">The value is no date.</exception>
    public DateOnly ToDate() =>
        DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out DateOnly date)
            ? date
            : throw Wrong("a date, as in 2025-02-20");

    /// <exception cref="DataFileException">The value is no month.</exception>
    public YearMonth ToMonth() =>
        YearMonth.TryParse(Value, out YearMonth month) ? month : throw Wrong("a month, as in 2025-02");

    /// <exception cref="DataFileException">The value is neither true nor false.</exception>
    public bool ToBoolean() => Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong("true or false"),
    };

    /// <summary>The meaning of a word of a closed list.</summary>
    /// <exception cref="DataFileException">The word is not in the list.</exception>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Value, out T? meaning) ? meaning : throw Wrong(string.Join(" | ", words.Keys));
}
