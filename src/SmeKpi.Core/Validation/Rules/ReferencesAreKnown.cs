using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V222: a bank's successor and an area's parent are in the same file or already known, and the way from one to the next
/// never comes back: neither to itself nor in a circle over others. A circle is named once.
/// </summary>
public sealed class ReferencesAreKnown : IRule
{
    private const int Shown = 6;

    public string Number => RuleNumbers.UnknownReference;

    public string Formula => "successor ∈ banks, parent ∈ regions, ↺ = ∅";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        Dictionary<string, Bank> banks = file.Banks.ToDictionary(bank => bank.Code);
        Dictionary<string, Region> regions = file.Regions.ToDictionary(region => region.Code);
        return
        [
            .. Check(file, banks.Keys, code => (banks.GetValueOrDefault(code) ?? context.Master.FindBank(code))?.Successor,
                code => banks.ContainsKey(code) || context.Master.FindBank(code) is not null),
            .. Check(file, regions.Keys, code => (regions.GetValueOrDefault(code) ?? context.Master.FindRegion(code))?.Parent,
                code => regions.ContainsKey(code) || context.Master.FindRegion(code) is not null),
        ];
    }

    private IEnumerable<Finding> Check(
        ParsedFile file, IEnumerable<string> codes, Func<string, string?> next, Func<string, bool> isKnown)
    {
        HashSet<string> walked = [];
        foreach (string code in codes)
        {
            if (next(code) is { } first && !isKnown(first))
            {
                yield return Broken(file, [code, first]);
            }
            else if (Circle(code, next, walked) is { } circle)
            {
                yield return Broken(file, circle);
            }
        }
    }

    /// <summary>Goes on from a code to the end, or to where somebody walked before.</summary>
    /// <returns>Null when the way ends; else the circle it runs into, whose last code is its first.</returns>
    private static List<string>? Circle(string code, Func<string, string?> next, HashSet<string> walked)
    {
        List<string> way = [];
        string? at = code;
        while (at is not null && walked.Add(at))
        {
            way.Add(at);
            at = next(at);
        }

        int start = at is null ? -1 : way.IndexOf(at);
        return start < 0 ? null : [.. way[start..], at!];
    }

    private Finding Broken(ParsedFile file, List<string> way) => new(
        Number,
        way.Select(code => file.Places.GetValueOrDefault(code)).FirstOrDefault(place => place is not null),
        string.Join(" → ", way.Count <= Shown ? way : [.. way[..Shown], "…"]),
        Formula);
}
