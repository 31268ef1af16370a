using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>Takes a figure of the statistics apart. Knows every row: what people may see of it is cut by <see cref="VisibleFigures"/>.</summary>
internal sealed class FigureReader(SnapshotReader snapshots, MasterDataReader masterData, SmallGroups groups)
{
    private static readonly HashSet<string> s_adjustments =
        [IndicatorCodes.LoansAllCoverageAdjustment, IndicatorCodes.LoansInclusiveMseCoverageAdjustment];

    /// <param name="origin">Null for the origin that rules.</param>
    /// <param name="asOf">Null for now.</param>
    public async Task<FigureTrace> ReadAsync(
        FigureRequest request, Subject subject, Origin? origin, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        SnapshotFilter filter = new() { Indicators = [request.Indicator], From = request.Month, To = request.Month };
        FigureBook figures = new(
            await snapshots.ReadAsync(asOf, filter, cancellationToken), await masterData.ReadAsync(asOf, cancellationToken));
        ResolvedFigure published = figures.Published(subject, request);
        ResolvedFigure banks = s_adjustments.Contains(request.Indicator)
            ? figures.Adjustments(subject, Origin.Banks, request.Indicator, request.Scope, request.Month.AddMonths(-1), request.Month)
                .FirstOrDefault(new ResolvedFigure(request, null, Origin.Banks, IsComplete: true, Synthetic: false))
            : figures.OfBanks(subject, request);
        Origin shown = origin ?? (published.Number is null ? Origin.Banks : Origin.Published);
        (ResolvedFigure figure, ResolvedFigure other) = shown == Origin.Banks ? (banks, published) : (published, banks);
        IReadOnlyList<FigurePiece> parts =
            [.. figures.PartsOf(subject, figure).Select(part => new FigurePiece(part.Series, part.Known))];
        HashSet<string> heard = [.. parts.Select(part => part.Series.Bank).OfType<string>()];
        bool mustReport = subject.Bank is null && shown == Origin.Banks && !s_adjustments.Contains(request.Indicator);
        return new FigureTrace(
            figure,
            other.Number is null ? null : other,
            parts,
            mustReport ? [.. figures.Master.OpenIn(request.Month).Where(bank => !heard.Contains(bank.Code))] : [],
            mustReport ? figures.Count(subject, request) : null,
            subject.Bank is null && groups.Withheld(
                [.. figures.ReportersByArea(request).Select(part => new AreaGroup(part.Area.Code, part.Area.Parent, part.Banks))])
                .Contains(subject.Region));
    }
}

/// <summary>A figure, the values it was added up from, and the figure of the other origin beside it.</summary>
/// <param name="Other">Null when there is none of the other origin.</param>
/// <param name="Missing">Banks open in the month without a value.</param>
/// <param name="Count">Null where nobody must report.</param>
/// <param name="IsSmall">Whether it rests on too few banks to be shown to those who may not see them.</param>
internal sealed record FigureTrace(
    ResolvedFigure Figure,
    ResolvedFigure? Other,
    IReadOnlyList<FigurePiece> Parts,
    IReadOnlyList<Bank> Missing,
    Completeness? Count,
    bool IsSmall);

internal sealed record FigurePiece(SeriesKey Series, KnownValue Known);
