using SmeKpi.Core.Sources.Master;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Sources.Returns;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Csv;

internal delegate TextContent ReadRecords(CsvRecords records, SourceContext context, FindingList findings);

/// <summary>A CSV layout: known by its header, read by its parser.</summary>
/// <param name="Optional">Columns that may follow the header.</param>
internal sealed record TextLayout(
    string Name, IReadOnlyList<string> Header, IReadOnlyList<string> Optional, ReadRecords Read)
{
    public static IReadOnlyList<TextLayout> All { get; } =
    [
        new(LayoutNames.TidyReturn, TidyReturnParser.Header, [], TidyReturnParser.Read),
        new(LayoutNames.BankMaster, BankMasterParser.Header, [BankMasterParser.AliasesColumn], BankMasterParser.Read),
        new(LayoutNames.RegionMaster, RegionMasterParser.Header, [], RegionMasterParser.Read),
        new(LayoutNames.Lpr, LprParser.Header, [], LprParser.Read),
        new(LayoutNames.TsfRmbLoans, TsfLoansParser.Header, [], TsfLoansParser.Read),
    ];

    /// <returns>The layout that shares most columns, and at least half of them, with a header; null when none does.</returns>
    public static TextLayout? Nearest(IReadOnlyList<string> header)
    {
        TextLayout nearest = All.MaxBy(layout => layout.Shared(header))!;
        return 2 * nearest.Shared(header) >= nearest.Header.Count ? nearest : null;
    }

    /// <summary>Compares a header column by column; names must be the same in the same order.</summary>
    public void CheckHeader(IReadOnlyList<string> header, CsvRecords at, FindingList findings)
    {
        string[] allowed = [.. Header, .. Optional];
        for (int column = 0; column < Math.Max(header.Count, Header.Count); column++)
        {
            string found = column < header.Count ? header[column] : "";
            string expected = column < allowed.Length ? allowed[column] : "";
            if (found != expected)
            {
                findings.Add(RuleNumbers.WrongHeader, at.Cell(column), SourceText.Show(found), expected);
            }
        }
    }

    private int Shared(IReadOnlyList<string> header) => Header.Intersect(header, StringComparer.Ordinal).Count();
}
