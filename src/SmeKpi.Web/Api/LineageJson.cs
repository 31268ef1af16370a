using SmeKpi.Core.Units;

namespace SmeKpi.Web.Api;

/// <summary>How a reading came about: from the words of the law down to the cells.</summary>
internal sealed record LineageJson(
    ReadingJson Reading,
    string Quote,
    LocalizedText Formula,
    IReadOnlyList<LineageFigureJson> Figures);

/// <summary>One figure or coverage adjustment the calculation used, as published or added up from banks.</summary>
/// <param name="CellsWithheld">How many of its cells whoever asks may not see.</param>
internal sealed record LineageFigureJson(
    string Indicator,
    string Scope,
    string Month,
    string Origin,
    bool Complete,
    string? Value,
    IReadOnlyList<LineageCellJson> Cells,
    int CellsWithheld);

/// <summary>One stored value and the cell it was read from.</summary>
internal sealed record LineageCellJson(
    string? Bank,
    string Region,
    string? Value,
    bool Synthetic,
    string File,
    string Sheet,
    int Row,
    int Column,
    string KnownSince);
