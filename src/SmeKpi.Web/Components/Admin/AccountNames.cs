using SmeKpi.Core.Statistics;
using SmeKpi.Web.Access;
using SmeKpi.Web.Formatting;

namespace SmeKpi.Web.Components.Admin;

/// <summary>Banks and areas by the names that the reader's language gives them; by their code where there is none.</summary>
internal sealed class AccountNames(AccountChoices choices, string culture)
{
    private readonly Dictionary<string, string> _banks = choices.Banks.ToDictionary(
        (Bank bank) => bank.Code, bank => bank.Name.In(culture), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _counties = choices.Counties.ToDictionary(
        (Region region) => region.Code, region => region.Name.In(culture), StringComparer.Ordinal);

    public static AccountNames None { get; } = new(new AccountChoices([], []), "");

    /// <returns>A dash for an account without a bank.</returns>
    public string Bank(string? code) => code is null ? QuantityFormatter.Missing : _banks.GetValueOrDefault(code, code);

    public string Counties(IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => _counties.GetValueOrDefault(code, code)));
}
