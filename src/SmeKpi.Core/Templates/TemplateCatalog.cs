using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Templates;

/// <summary>The blank files that are offered, one line for each. Filled in, each is read without a finding.</summary>
public sealed class TemplateCatalog(FormCatalog forms, IndicatorCatalog indicators)
{
    public IReadOnlyList<Template> All { get; } =
    [
        new(
            "tidy-return", LayoutNames.TidyReturn, TidyTemplate.Title, "tidy-return.csv",
            culture => TidyTemplate.Make(indicators, culture)),
        new("city-table", LayoutNames.PbocCityTable, CityTemplate.Title, "city-table.xlsx", CityTemplate.Make),
        new("rate-filing", LayoutNames.RateFiling, RateTemplate.Title, "rate-filing.zip", RateTemplate.Make),
        .. forms.All.Select(form => new Template(
            Id(form), form.Layout, form.Title, form.Number + ".xlsx", culture => FormTemplate.Make(form, culture))),
    ];

    /// <returns>Null when there is no such template.</returns>
    public Template? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>The bytes of a blank file; the same every time.</summary>
    /// <param name="culture">Chinese for any Chinese culture, English for all others.</param>
    /// <exception cref="KeyNotFoundException">There is no such template.</exception>
    public byte[] Write(string id, CultureInfo culture) =>
        (Find(id) ?? throw new KeyNotFoundException($"There is no template '{id}'.")).Make(culture);

    private static string Id(FormDefinition form) =>
        form.Number.Replace('_', '-').ToLower(CultureInfo.InvariantCulture);
}
