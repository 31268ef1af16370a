using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources;

/// <summary>Finds the banks and areas that files name by code, name or alias.</summary>
internal static class NamesInContext
{
    /// <returns>The code of the one bank that bears the name; null when none or several do.</returns>
    public static string? Bank(SourceContext context, string name)
    {
        string wanted = RowLabel.Normalise(name);
        List<Bank> found =
        [
            .. context.Banks.Where(bank => wanted.Length > 0 && Names(bank).Any(each => each == wanted)),
        ];
        return found is [{ Code: { } code }] ? code : null;
    }

    /// <returns>The code of the one area that bears the name or the code; null when none or several do.</returns>
    public static string? Region(SourceContext context, string name)
    {
        string wanted = RowLabel.Normalise(name);
        List<Region> found =
        [
            .. context.Regions.Where(region => region.Code == wanted || RowLabel.Normalise(region.Name.Zh) == wanted),
        ];
        return found is [{ Code: { } code }] ? code : null;
    }

    /// <summary>The bank of a filing that names it by a code of its own.</summary>
    /// <returns>Null when it is not known, or when another bank filed; a finding says which.</returns>
    public static string? FilingBank(SourceContext context, string code, FindingList findings)
    {
        string? named = context.Banks.FirstOrDefault(bank => bank.Code == code)?.Code
            ?? context.Banks.FirstOrDefault(bank => bank.Aliases.Contains(code, StringComparer.Ordinal))?.Code;
        string? bank = named ?? context.Bank;
        if (bank is null)
        {
            findings.Add(RuleNumbers.UnnamedBank, null, SourceText.Show(code), "bank_code | aliases");
        }
        else if (context.Bank is { } filing && bank != filing)
        {
            findings.Add(RuleNumbers.PackageContradiction, null, SourceText.Show($"{code} = {bank}"), filing);
            return null;
        }

        return bank;
    }

    /// <summary>The area of a filing that names none: the one it is filed for, else the only city.</summary>
    /// <returns>Null when there is none; a finding says so.</returns>
    public static string? FilingRegion(SourceContext context, FindingList findings)
    {
        List<Region> cities = [.. context.Regions.Where(region => region.Kind is RegionKind.City)];
        string? region = context.Region ?? (cities is [{ Code: { } code }] ? code : null);
        if (region is null)
        {
            findings.Add(RuleNumbers.UnnamedRegion, null, $"{cities.Count}", "1 × city");
        }

        return region;
    }

    private static IEnumerable<string> Names(Bank bank) =>
        [bank.Code, RowLabel.Normalise(bank.Name.Zh), .. bank.Aliases.Select(RowLabel.Normalise)];
}
