using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>The table banks are scored by (监管评价指标表), as far as it is known.</summary>
/// <param name="Document">Where the table was published.</param>
public sealed record ScorecardDefinition(
    LocalizedText Title, string Document, Uri Address, IReadOnlyList<ScoreItem> Items, IReadOnlyList<ScoreGrade> Grades)
{
    /// <summary>The grade of a total of points: the limit belongs to the better grade.</summary>
    public ScoreGrade GradeOf(decimal points) => Grades.First(grade => points >= grade.From || grade == Grades[^1]);
}

/// <summary>One line of the table.</summary>
/// <param name="Range">Fewest and most points; null while they are not known, and then nobody can enter any.</param>
/// <param name="IsComputed">The program computes it; else it is entered by hand.</param>
public sealed record ScoreItem(
    string Id, LocalizedText Part, LocalizedText Name, (decimal From, decimal To)? Range, bool IsComputed);

/// <summary>等级: what a total from so many points on is called, and what follows from it.</summary>
/// <param name="Consequence">Null when nothing is known to follow.</param>
public sealed record ScoreGrade(decimal From, LocalizedText Name, LocalizedText? Consequence);
