using System.Globalization;
using System.Resources;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Resources;

namespace SmeKpi.Browser.Tests;

/// <summary>What pages must say in a language about a reading of the API.</summary>
internal sealed class Words(string language)
{
    private static readonly ResourceManager s_words = new(typeof(TargetStrings));

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Standing(Reading reading) => s_words.GetString(
        $"Standing_{Enum.Parse<Standing>(reading.Standing.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)}",
        _culture)!;

    public string Amount(Amount? amount) => new QuantityFormatter(_culture).Text(Quantity(amount));

    public string Difference(Amount? amount) => new QuantityFormatter(_culture).Difference(Quantity(amount));

    private static Quantity? Quantity(Amount? amount) => amount is null ? null : new Quantity(
        decimal.Parse(amount.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        amount.Unit switch
        {
            "yuan" => Unit.Yuan,
            "percent" => Unit.Percent,
            "points" => Unit.Points,
            "bp" => Unit.BasisPoints,
            _ => throw new InvalidOperationException($"A reading counts in no unit called {amount.Unit}."),
        });
}
