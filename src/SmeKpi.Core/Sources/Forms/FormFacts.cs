using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>What a heading means: unit, month, bank and area of a table.</summary>
internal sealed record FormFacts(SourceUnit Unit, YearMonth Month, string Bank, string Region)
{
    /// <returns>Null when findings say what is missing.</returns>
    public static FormFacts? Read(FormHeading heading, SourceContext context, FindingList findings)
    {
        SourceUnit? unit = ReadUnit(heading.Unit, findings);
        YearMonth? month = ReadMonth(heading, findings);
        string? bank = ReadBank(heading.Institution, context, findings);
        string? region = ReadRegion(heading.Area, context, findings);
        return unit is { } counted && month is { } at && bank is not null && region is not null
            ? new FormFacts(counted, at, bank, region)
            : null;
    }

    private static SourceUnit? ReadUnit(HeadingText? stated, FindingList findings)
    {
        string name = FormPatterns.Unit().Match(FormText.Narrow(stated?.Text ?? "")).Groups["unit"].Value;
        if (SourceUnit.Names.TryGetValue(name, out SourceUnit unit))
        {
            return unit;
        }

        findings.Add(
            RuleNumbers.WrongTableUnit, stated?.Cell, SourceText.Show(stated?.Text ?? ""), "单位：万元 | 元 | 亿元");
        return null;
    }

    private static YearMonth? ReadMonth(FormHeading heading, FindingList findings)
    {
        const string Expected = "报表日期：yyyy-MM";
        YearMonth? inTitle = FormMonth.InWords(heading.Title?.Text ?? "");
        if (heading.Month is not { } stated)
        {
            if (inTitle is null)
            {
                findings.Add(RuleNumbers.BadMonth, heading.Title?.Cell, "", Expected);
            }

            return inTitle;
        }

        if (FormMonth.Read(stated.Text) is not { } month)
        {
            findings.Add(RuleNumbers.BadMonth, stated.Cell, SourceText.Show(stated.Text), Expected);
            return null;
        }

        if (inTitle is { } other && other != month)
        {
            findings.Add(RuleNumbers.BadMonth, stated.Cell, SourceText.Show(stated.Text), other.ToString());
            return null;
        }

        return month;
    }

    private static string? ReadBank(HeadingText? named, SourceContext context, FindingList findings)
    {
        string name = FormText.Compact(named?.Text ?? "");
        Bank? bank = name.Length == 0 ? null : context.Banks.FirstOrDefault(each => IsCalled(each, name));
        if (bank is null && context.Bank is null)
        {
            findings.Add(RuleNumbers.UnknownBank, named?.Cell, SourceText.Show(named?.Text ?? ""), "填报机构：…");
        }
        else if (bank is null && name.Length > 0 && context.Banks.Count > 0)
        {
            findings.Add(RuleNumbers.InstitutionUnknown, named!.Cell, SourceText.Show(named.Text), context.Bank!);
        }

        if (bank is not null && context.Bank is { } filing && bank.Code != filing)
        {
            findings.Add(RuleNumbers.UnknownBank, named!.Cell, SourceText.Show($"{named.Text} = {bank.Code}"), filing);
        }

        return bank?.Code ?? context.Bank;
    }

    private static bool IsCalled(Bank bank, string name)
    {
        string[] names = [bank.Code, bank.Name.Zh, bank.Name.En, .. bank.Aliases];
        return names.Any(each => FormText.Compact(each) == name);
    }

    private static string? ReadRegion(HeadingText? named, SourceContext context, FindingList findings)
    {
        string name = FormText.Compact(named?.Text ?? "");
        List<Region> cities = [.. context.Regions.Where(region => region.Kind is RegionKind.City)];
        string? region = name.Length > 0
            ? context.Regions.FirstOrDefault(each => IsCalled(each, name))?.Code
            : context.Region ?? (cities is [Region city] ? city.Code : null);
        if (region is null)
        {
            findings.Add(
                RuleNumbers.UnknownRegion, named?.Cell, SourceText.Show(named?.Text ?? ""),
                string.Join(" | ", cities.Select(each => $"{each.Code} {each.Name.Zh}")));
        }

        return region;
    }

    private static bool IsCalled(Region region, string name) =>
        new[] { region.Code, region.Name.Zh, region.Name.En }.Any(each => FormText.Compact(each) == name);
}
