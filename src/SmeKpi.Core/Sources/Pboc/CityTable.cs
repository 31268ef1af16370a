using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>A table of the city branch found on a grid: who is counted along one side, what along the other.</summary>
/// <param name="SubjectsInRows">False when banks or areas stand in columns.</param>
internal sealed record CityTable(
    Grid Grid, bool SubjectsInRows, string Scope, YearMonth Month, IReadOnlyList<CitySubject> Subjects,
    IReadOnlyList<CityMeasure> Measures)
{
    public (int Row, int Column) Place(CitySubject subject, CityMeasure measure) =>
        SubjectsInRows ? (subject.At, measure.At) : (measure.At, subject.At);
}

/// <summary>A bank in the city, an area of it, or the total (合计) of all of them.</summary>
/// <param name="At">Its row or column.</param>
internal readonly record struct CitySubject(int At, string? Bank, string Region, bool IsTotal);

/// <summary>A series that the table gives for each subject.</summary>
/// <param name="At">Its column or row.</param>
internal readonly record struct CityMeasure(int At, string Code, SourceUnit Unit);
