using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>A month of an area as known at two moments.</summary>
/// <param name="Early">The earlier moment.</param>
/// <param name="Late">The later one; null for now.</param>
/// <param name="Causes">The files that brought other values between them, newest first.</param>
public sealed record MomentComparison(
    LineageSubject About,
    DateTimeOffset Early,
    DateTimeOffset? Late,
    IReadOnlyList<ComparedReading> Readings,
    IReadOnlyList<ComparedFigure> Figures,
    IReadOnlyList<ComparedCause> Causes);

/// <summary>A reading at both moments.</summary>
/// <param name="Before">Null when it was unknown then, or is withheld.</param>
public sealed record ComparedReading(
    Provision Provision, ReadingDefinition Definition, KpiReading? Before, KpiReading? Now)
{
    public Quantity? Difference => ComparedFigure.Between(Before?.Actual, Now?.Actual);

    public bool IsOther => Before?.Actual != Now?.Actual || Before?.Standing != Now?.Standing;
}

/// <summary>A figure behind the readings at both moments.</summary>
public sealed record ComparedFigure(
    FigureRequest Request, Indicator Indicator, LocalizedText Scope, Quantity? Before, Quantity? Now)
{
    public Quantity? Difference => Between(Before, Now);

    internal static Quantity? Between(Quantity? before, Quantity? now) =>
        before is { } was && now is { } known && was.Unit == known.Unit ? known.Minus(was) : null;
}

/// <summary>A file that brought other values, and which.</summary>
/// <param name="File">Empty when it is not the viewer's to see.</param>
/// <param name="Cells">The values that are the viewer's to see.</param>
public sealed record ComparedCause(
    DateTimeOffset KnownSince, string File, ImportAddress? Import, IReadOnlyList<Vintage> Cells);
