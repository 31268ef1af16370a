using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Filing;

/// <summary>What a finding is about, apart from the month: the same next month, so that a reason can be offered again.</summary>
/// <param name="Text">The series or the cell of a form; "file" for the file as a whole.</param>
/// <param name="Month">Null when the finding is about no month in particular.</param>
public sealed record FindingSubject(string Text, YearMonth? Month)
{
    public const string WholeFile = "file";

    /// <summary>The subject of each finding of a file, in the order of the findings.</summary>
    public static IReadOnlyList<FindingSubject> Of(IReadOnlyList<Finding> findings, ParsedFile file)
    {
        Dictionary<SourceCell, FindingSubject> subjects = [];
        foreach (Figure figure in file.Figures)
        {
            FindingSubject subject = Of(figure);
            subjects.TryAdd(figure.Cell, subject);
            subjects.TryAdd(WholeLine(figure.Cell), subject);
        }

        foreach (FormSheet sheet in file.Forms)
        {
            foreach (FormCell cell in sheet.Cells)
            {
                subjects.TryAdd(cell.Cell, new FindingSubject($"{sheet.Form}_{cell.Item}.{cell.Column}", sheet.Month));
            }
        }

        return [.. findings.Select(finding => Of(finding.Cell, subjects))];
    }

    private static FindingSubject Of(SourceCell? place, Dictionary<SourceCell, FindingSubject> subjects) =>
        place is not { } cell ? new FindingSubject(WholeFile, null)
        : subjects.TryGetValue(cell, out FindingSubject? subject) ? subject
        : cell.Sheet.Length == 0 && subjects.TryGetValue(WholeLine(cell), out subject) ? subject
        : new FindingSubject(string.Create(CultureInfo.InvariantCulture, $"{cell.Sheet}!{cell.Row},{cell.Column}"), null);

    private static FindingSubject Of(Figure figure) => new(
        $"{figure.Series.Indicator}|{figure.Series.Scope}|{figure.Series.Bank}|{figure.Series.Region}", figure.Month);

    // A line of a tidy return is one figure, whichever of its fields the rule points at.
    private static SourceCell WholeLine(SourceCell cell) => cell with { Column = 0 };
}
