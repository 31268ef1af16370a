using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>Whom and when a page of the lineage is about, in names.</summary>
/// <param name="Bank">Null for the area.</param>
/// <param name="AsOf">Null for now.</param>
public sealed record LineageSubject(
    Subject Subject, YearMonth Month, LocalizedText Region, LocalizedText? Bank, DateTimeOffset? AsOf);

/// <summary>A reading taken apart.</summary>
/// <param name="Formula">Null when the reading is withheld.</param>
/// <param name="Figures">Numerators, denominators, adjustments in the order of the calculation.</param>
/// <param name="Rivals">Every reading of the target, the ruling one first.</param>
public sealed record ReadingLineage(
    LineageSubject About,
    Provision Provision,
    ReadingDefinition Definition,
    KpiReading Reading,
    Formula? Formula,
    IReadOnlyList<LineageFigure> Figures,
    IReadOnlyList<RivalValue> Rivals)
{
    /// <summary>The address of a figure of this reading, of the origin that the reading took.</summary>
    public string AddressOf(ResolvedFigure figure) => FigureAddress.Figure(
        figure.Request.Indicator, figure.Request.Scope, figure.Request.Month, About.Subject, About.AsOf,
        About.Subject.Bank is null ? figure.Origin : null);
}

/// <param name="Value">Null when it is missing.</param>
public sealed record LineageFigure(ResolvedFigure Figure, Indicator Indicator, LocalizedText Scope, Quantity? Value);

/// <param name="Reading">Null when the target has no such reading in the month.</param>
public sealed record RivalValue(ReadingDefinition Definition, KpiReading? Reading);

/// <summary>A figure of the statistics and the stored values it was added up from.</summary>
/// <param name="Value">Null when nothing is known, and when it is withheld.</param>
/// <param name="Received">Of the banks that were open how many reported; null where nobody must.</param>
/// <param name="Missing">The banks without a value among those that the viewer may see.</param>
/// <param name="Parts">The values whose cells the viewer may see.</param>
/// <param name="Others">How many there are besides.</param>
/// <param name="PartsTotal">The sum of the parts; null unless all are seen.</param>
/// <param name="Beside">The same figure from the other origin; null when there is none.</param>
/// <param name="IsWithheld">It rests on too few banks for whoever looks.</param>
/// <param name="SeesCells">Whether the viewer may see any cells.</param>
public sealed record FigureLineage(
    LineageSubject About,
    Indicator Indicator,
    StatisticalScope Scope,
    Quantity? Value,
    Origin Origin,
    bool IsComplete,
    bool Synthetic,
    Completeness? Received,
    IReadOnlyList<LocalizedText> Missing,
    IReadOnlyList<FigurePart> Parts,
    int Others,
    Quantity? PartsTotal,
    Quantity? Beside,
    bool IsWithheld,
    bool SeesCells)
{
    /// <summary>True when the parts add up to the figure, to the last digit.</summary>
    public bool AddsUp => PartsTotal is not null && PartsTotal == Value;

    public Quantity? BesideDifference => Value is { } value && Beside is { } other ? value.Minus(other) : null;
}

/// <summary>A stored value behind a figure.</summary>
/// <param name="Bank">Null for the area's published total.</param>
/// <param name="Import">Null when the file is not the viewer's to see; then its name and place are empty as well.</param>
public sealed record FigurePart(
    Vintage Stored, LocalizedText? Bank, LocalizedText Region, ImportAddress? Import);

/// <summary>One stored value where it stands in its file.</summary>
/// <param name="IsNewest">Whether no later vintage replaced it.</param>
/// <param name="FileIsOpen">Whether the viewer may see the whole file.</param>
/// <param name="Vintages">Every vintage of the value, oldest first.</param>
/// <param name="Window">What stands around the cell; null when it was not asked for or is not open.</param>
public sealed record CellLineage(
    LineageSubject About,
    Vintage Stored,
    Indicator Indicator,
    StatisticalScope? Scope,
    bool IsNewest,
    bool FileIsOpen,
    ImportAddress? Import,
    IReadOnlyList<Vintage> Vintages,
    CellWindow? Window);
