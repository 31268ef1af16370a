using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Formatting;

/// <summary>The one place where figures are rounded: quantities, months and moments as the reader's language writes them.</summary>
/// <remarks>Depends on the culture passed in alone, never on the server's.</remarks>
public sealed class QuantityFormatter(CultureInfo culture)
{
    public const string Missing = "–";

    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;

    // From here on two decimals of a 亿 say enough, and the amounts of a column share their unit.
    private const decimal LeastInYi = 10_000_000m;
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;

    // Tells one fen of the city's two trillion yuan from nothing.
    private const int MostDecimals = 12;

    private readonly bool _chinese = culture.TwoLetterISOLanguageName == "zh";
    private readonly UnitWords _words = new(culture);

    /// <summary>The culture's name for <see cref="LocalizedText.In"/>.</summary>
    public string Culture => culture.Name;

    /// <returns>A dash for what is missing; never a zero.</returns>
    public string Text(Quantity? quantity) => quantity is { } known ? Write(known, signed: false) : Missing;

    /// <summary>A value beside its target: with more decimals when rounding would make them look equal.</summary>
    public string Text(Quantity? quantity, Quantity? target) =>
        quantity is { Unit: not (Unit.Yuan or Unit.Count) } known && target is { } other && known.Unit == other.Unit
            && known.Number != other.Number
                ? Write(known, signed: false, other.Number)
                : Text(quantity);

    /// <summary>A difference: with its sign, and with more decimals rather than as nothing when it is very small.</summary>
    /// <remarks>The difference of two levels in percent counts percentage points.</remarks>
    public string Difference(Quantity? quantity) => quantity is { } known
        ? Write(known.Unit == Unit.Percent ? known with { Unit = Unit.Points } : known, signed: true)
        : Missing;

    /// <summary>Every digit, with the unit in which the figure is kept.</summary>
    public string Unrounded(Quantity quantity)
    {
        string digits = quantity.Number.ToString("#,0.############################", CultureInfo.InvariantCulture);
        return quantity.Unit switch
        {
            Unit.Yuan => _words.Yuan(digits),
            Unit.Count => _words.Count(digits),
            Unit.Percent => digits + "%",
            Unit.Points => _words.Points(digits),
            _ => digits + " BP",
        };
    }

    public string Month(YearMonth month) => _chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{month.Year}{_words.Year}{month.Month}{_words.Month}")
        : new DateOnly(month.Year, month.Month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month below an axis whose title names the year.</summary>
    public string ShortMonth(YearMonth month) => _chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{month.Month}{_words.Month}")
        : new DateOnly(month.Year, month.Month, 1).ToString("MMM", CultureInfo.InvariantCulture);

    public string Date(DateOnly date) => _chinese
        ? string.Create(
            CultureInfo.InvariantCulture, $"{date.Year}{_words.Year}{date.Month}{_words.Month}{date.Day}{_words.Day}")
        : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment as China's clock shows it.</summary>
    public string Moment(DateTimeOffset? moment) => moment is { } known
        ? known.ToOffset(Api.Moments.ChinaOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : Missing;

    public string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of one in whole hundredths, as chances and coverages are told.</summary>
    public static string Share(decimal? share) => share is { } known
        ? Rounded(known * 100m, 0).ToString("0", CultureInfo.InvariantCulture) + "%"
        : Missing;

    /// <summary>A score between 0 and 1 in three decimals.</summary>
    public static string Score(decimal? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>The unit of a chart's axis in this language, and what a number is divided by to be in it.</summary>
    public (decimal Divisor, string Name) Axis(Unit unit) => unit switch
    {
        Unit.Yuan => _chinese ? (Yi, _words.Yi("").Trim()) : (Billion, _words.Billion("").Trim()),
        Unit.Percent => (1m, "%"),
        Unit.Points => (1m, _words.Points("").Trim()),
        Unit.BasisPoints => (1m, "BP"),
        _ => (1m, _words.Count("").Trim()),
    };

    private string Write(Quantity quantity, bool signed, decimal? apartFrom = null) => quantity.Unit switch
    {
        Unit.Yuan => Amount(quantity.Number, signed),
        Unit.Count => Number(quantity.Number, 0, signed, _words.Count),
        Unit.Percent => Number(quantity.Number, 2, signed, digits => digits + "%", apartFrom),
        Unit.Points => Number(quantity.Number, 2, signed, _words.Points, apartFrom),
        Unit.BasisPoints => Number(quantity.Number, 2, signed, digits => digits + " BP", apartFrom),
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity.Unit, null),
    };

    private string Amount(decimal yuan, bool signed)
    {
        decimal size = Math.Abs(yuan);
        if (_chinese)
        {
            return size >= LeastInYi ? Number(yuan / Yi, 2, signed, _words.Yi)
                : size >= Wan ? Number(yuan / Wan, 2, signed, _words.Wan)
                : Number(yuan, 2, signed, _words.Yuan);
        }

        return size >= Billion ? Number(yuan / Billion, 2, signed, _words.Billion)
            : size >= Million ? Number(yuan / Million, 1, signed, _words.Million)
            : Number(yuan, 0, signed, _words.Yuan);
    }

    // The sign stands before the whole expression: minus RMB 5 mn, not RMB minus 5 mn.
    private static string Number(
        decimal value, int decimals, bool signed, Func<string, string> withUnit, decimal? apartFrom = null)
    {
        decimal? unlike = signed ? 0m : apartFrom;
        int shown = decimals;
        while (unlike is { } other && value != other && shown < MostDecimals && Rounded(value, shown) == other)
        {
            shown++;
        }

        decimal rounded = Rounded(value, shown);
        string sign = rounded < 0m ? "\u2212" : signed && rounded > 0m ? "+" : "";
        return sign + withUnit(Math.Abs(rounded).ToString("N" + shown, CultureInfo.InvariantCulture));
    }

    private static decimal Rounded(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
