namespace SmeKpi.Core.Units;

/// <summary>A name or sentence in both languages of the product.</summary>
public sealed record LocalizedText(string Zh, string En)
{
    /// <param name="culture">Any culture name; every Chinese one gives Chinese, all others English.</param>
    public string In(string culture) =>
        culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
