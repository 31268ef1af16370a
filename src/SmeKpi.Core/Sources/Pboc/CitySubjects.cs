using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Tells what the name at the head of a row or column stands for.</summary>
internal static class CitySubjects
{
    private static readonly string[] s_totals = ["合计", "总计", "全市", "全市合计", "全市总计"];

    /// <summary>省行清分 is money that a head office clears, of no place; a 小计 is in the total already.</summary>
    private static readonly string[] s_leftOut = ["清分", "小计"];

    /// <summary>Adds the subject of a heading; an unknown name and a row that is left out give a finding.</summary>
    /// <param name="city">The code of the city that the table is about.</param>
    public static void Add(
        Grid grid, int row, int column, int at, string city, SourceContext context, List<CitySubject> subjects,
        FindingList findings)
    {
        string name = RowLabel.Normalise(grid[row, column]);
        if (Array.Exists(s_leftOut, word => name.Contains(word, StringComparison.Ordinal)))
        {
            findings.Add(RuleNumbers.RowLeftOut, grid.Cell(row, column), SourceText.Show(name), "");
            return;
        }

        if (Subject(name, at, city, context) is not { } subject)
        {
            findings.Add(
                RuleNumbers.UnknownName, grid.Cell(row, column), SourceText.Show(grid[row, column].Trim()),
                "bank | region | 合计");
        }
        else if (subjects.Exists(each => each.Bank == subject.Bank && each.Region == subject.Region))
        {
            findings.Add(RuleNumbers.TwoTables, grid.Cell(row, column), SourceText.Show(name), "1 ×");
        }
        else
        {
            subjects.Add(subject);
        }
    }

    private static CitySubject? Subject(string name, int at, string city, SourceContext context)
    {
        if (s_totals.Contains(name, StringComparer.Ordinal) || NamesInContext.Region(context, name) == city)
        {
            return new CitySubject(at, Bank: null, city, IsTotal: true);
        }

        if (NamesInContext.Region(context, name) is { } region)
        {
            return new CitySubject(at, Bank: null, region, IsTotal: false);
        }

        return NamesInContext.Bank(context, name) is { } bank ? new CitySubject(at, bank, city, IsTotal: false) : null;
    }
}
