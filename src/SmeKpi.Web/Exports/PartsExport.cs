using SmeKpi.Core.Exports;
using SmeKpi.Core.Kpis;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Api;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exports;

/// <summary>/export/parts: the stored values behind one figure, as its page lists them.</summary>
internal static class PartsExport
{
    /// <param name="origin">published or banks; the origin that rules when left out.</param>
    public static async Task<IResult> ReadAsync(
        HttpContext context,
        VisibleFigures figures,
        VisibleCity city,
        Law law,
        ExportDesk desk,
        CancellationToken cancellationToken,
        string? format = null,
        string? indicator = null,
        string? scope = null,
        string? bank = null,
        string? origin = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        if (law.Indicators.Find(indicator ?? string.Empty) is not { } known
            || law.Indicators.FindScope(scope ?? known.DefaultScope) is not { } within
            || !known.Scopes.Contains(within.Code))
        {
            return Answers.Unknown("indicator and scope", $"{indicator} {scope}");
        }

        ViewQuery query = ViewQuery.Parse(context.Request.Query["month"], context.Request.Query["asOf"], context.Request.Query["region"]);
        if (query.Rejected is [var wrong, ..])
        {
            return Answers.Wrong(wrong, context.Request.Query[wrong].ToString(), wrong == "month" ? KpiParameters.MonthForm : KpiParameters.MomentForm);
        }

        Origin? from = origin switch { "published" => Origin.Published, "banks" => Origin.Banks, _ => null };
        if (await figures.FigureAsync(known, within, query, bank, from, cancellationToken) is not { } figure)
        {
            return Answers.Unknown("region or bank", $"{query.Region} {bank}");
        }

        IReadOnlyList<Vintage> found = [.. figure.Parts.Select(part => part.Stored)];
        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request,
            query.AsOf ?? await city.KnownSinceAsync(null, cancellationToken),
            found.Any(each => each.Synthetic),
            found.Select(each => $"{each.Publisher} {each.Title} {each.Address}".Trim()));
        return await desk.HandOutAsync(context, ExportTables.Observations(known, found, facts), format!);
    }
}
