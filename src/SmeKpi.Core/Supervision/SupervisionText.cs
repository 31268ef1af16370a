using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Forms that several files of the supervision folder share.</summary>
internal static class SupervisionText
{
    private static readonly Dictionary<string, Func<decimal, Money>> s_money = new()
    {
        ["yi"] = Money.FromYiYuan,
        ["wan"] = Money.FromWanYuan,
        ["yuan"] = Money.FromYuan,
    };

    /// <summary>Whether somebody has compared number and words with the document.</summary>
    public static Dictionary<string, bool> Verified { get; } = new() { ["verified"] = true, ["to-confirm"] = false };

    /// <exception cref="DataFileException">The text is no address of the web.</exception>
    public static Uri Address(YamlText text) =>
        Uri.TryCreate(text.Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw text.Wrong("an address of the web");

    /// <summary>An amount with its unit: { value: 1.20, unit: yi }.</summary>
    /// <exception cref="DataFileException">The number or the unit is missing or wrong.</exception>
    public static Money Amount(YamlMap row)
    {
        row.Only("value", "unit");
        return row.Text("unit").OneOf(s_money)(row.Text("value").ToDecimal());
    }
}
