using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmeKpi.Core.Units;

/// <summary>A calendar month, the period of every statistic.</summary>
public readonly record struct YearMonth : IComparable<YearMonth>
{
    private readonly int _monthsSinceYearZero;

    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 … 12 or the year not 1900 … 2199.</exception>
    public YearMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _monthsSinceYearZero = (year * 12) + month - 1;
    }

    public int Year => _monthsSinceYearZero / 12;

    public int Month => (_monthsSinceYearZero % 12) + 1;

    /// <summary>December of the year before: the opening of this month's year.</summary>
    public YearMonth EndOfLastYear => new(Year - 1, 12);

    /// <summary>January of this month's year.</summary>
    public YearMonth StartOfYear => new(Year, 1);

    public bool IsDecember => Month == 12;

    /// <summary>The month as a whole number, 202506: its form in the database.</summary>
    public int Number => (Year * 100) + Month;

    /// <exception cref="ArgumentOutOfRangeException">The number is not of the form yyyymm.</exception>
    public static YearMonth FromNumber(int yyyymm) => new(yyyymm / 100, yyyymm % 100);

    /// <param name="text">yyyy-MM, as in 2025-06.</param>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static YearMonth Parse(string text) => TryParse(text, out YearMonth month)
        ? month
        : throw new FormatException($"'{text}' is not a month; expected yyyy-MM, as in 2025-06.");

    public static bool TryParse([NotNullWhen(true)] string? text, out YearMonth month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || year is < 1900 or > 2199 || number is < 1 or > 12)
        {
            return false;
        }

        month = new YearMonth(year, number);
        return true;
    }

    public static bool operator <(YearMonth left, YearMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(YearMonth left, YearMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(YearMonth left, YearMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(YearMonth left, YearMonth right) => left.CompareTo(right) >= 0;

    public YearMonth AddMonths(int months)
    {
        int total = _monthsSinceYearZero + months;
        return new YearMonth(total / 12, (total % 12) + 1);
    }

    /// <summary>This month and the following ones up to and including the last; empty when the last is earlier.</summary>
    public IEnumerable<YearMonth> Through(YearMonth last)
    {
        for (YearMonth month = this; month <= last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    public int CompareTo(YearMonth other) => _monthsSinceYearZero.CompareTo(other._monthsSinceYearZero);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
