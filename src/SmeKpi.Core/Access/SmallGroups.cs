using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Access;

/// <summary>How many banks one figure (an indicator of a month) of an area rests on.</summary>
/// <param name="Code">The area.</param>
/// <param name="Parent">The area it lies in, as master data say it: for a zone the district around it.</param>
/// <param name="Banks">Null where only a total is published and no bank reports by area.</param>
public sealed record AreaGroup(string Code, string? Parent, int? Banks);

/// <summary>
/// Small groups (小组抑制): which areas must be withheld from those who may not see every bank, so that no bank's figure
/// can be read off or computed. The same areas for everyone, so that two readers together learn no more than one.
/// </summary>
/// <remarks>
/// Source of the method: primary and complementary cell suppression. The sums that an attacker may know are the city's
/// total, which is always shown, and the total of a district with its zones, which yearbooks print.
/// </remarks>
public sealed class SmallGroups
{
    public const string FileName = "small-groups.csv";

    private const string Rule = "fewest-banks";

    public SmallGroups(int fewest) => Fewest = fewest;

    /// <summary>Figures that rest on at least this many banks are shown.</summary>
    public int Fewest { get; }

    /// <exception cref="DataFileException">The table is missing, incomplete or holds no number from 2 to 100.</exception>
    public static SmallGroups Load(string directory)
    {
        TableFile file = TableFile.Read(Path.Combine(directory, FileName), ["rule", "banks"]);
        file.MustHave([Rule]);
        return new SmallGroups(file.Rows[0].Number("banks", 2, 100));
    }

    public bool IsSmall(AreaGroup area) => area.Banks < Fewest;

    /// <summary>The areas whose figure must be withheld, and with it every reading that uses it.</summary>
    /// <param name="areas">The parts of the city that have the figure; together they make up the city once.</param>
    /// <returns>Codes: small groups and those that protect them; empty when no group is small.</returns>
    public IReadOnlySet<string> Withheld(IReadOnlyList<AreaGroup> areas)
    {
        HashSet<string> withheld = [.. areas.Where(IsSmall).Select(area => area.Code)];
        IReadOnlyList<IReadOnlyList<AreaGroup>> sums = [.. Blocks(areas), areas];
        while (sums.Select(sum => Partner(sum, withheld)).FirstOrDefault(partner => partner is not null) is { } next)
        {
            withheld.Add(next);
        }

        return withheld;
    }

    /// <summary>Each district with its zones; the areas without any are one block, being what those leave of the city.</summary>
    private static IEnumerable<IReadOnlyList<AreaGroup>> Blocks(IReadOnlyList<AreaGroup> areas)
    {
        HashSet<string> codes = [.. areas.Select(area => area.Code)];
        HashSet<string> districts = [.. areas.Select(area => area.Parent).OfType<string>().Where(codes.Contains)];
        return areas
            .GroupBy(area => area.Parent is { } parent && districts.Contains(parent) ? parent
                : districts.Contains(area.Code) ? area.Code
                : string.Empty)
            .Select(block => (IReadOnlyList<AreaGroup>)[.. block]);
    }

    /// <summary>What must be withheld besides, so that the sum gives away no single area and no small group of banks.</summary>
    /// <returns>The next smallest; null when nothing of the sum is withheld, or all of it, or several with a large group.</returns>
    private string? Partner(IReadOnlyList<AreaGroup> sum, HashSet<string> withheld)
    {
        List<AreaGroup> hidden = [.. sum.Where(area => withheld.Contains(area.Code))];
        return hidden.Count == 0 || (hidden.Count > 1 && hidden.Exists(area => !IsSmall(area)))
            ? null
            : sum.Where(area => !withheld.Contains(area.Code))
                .OrderBy(area => area.Banks ?? int.MaxValue)
                .ThenBy(area => area.Code, StringComparer.Ordinal)
                .FirstOrDefault()?.Code;
    }
}
