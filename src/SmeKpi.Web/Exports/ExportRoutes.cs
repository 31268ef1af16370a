using System.Runtime.CompilerServices;
using SmeKpi.Core.Access;
using SmeKpi.Core.Exports;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exports;

/// <summary>/export/readings, observations, explore, changes and banks: what the pages show, as csv, xlsx or parquet, never cut short.</summary>
internal static class ExportRoutes
{
    private const int Stretch = 2_000;

    public static void MapSmeKpiExports(this WebApplication app)
    {
        app.MapGet("/export/readings", ReadingsAsync).Needs(Right.CityRead).ExcludeFromDescription();
        app.MapGet("/export/observations", ObservationsAsync).Needs(Right.CellsRead).ExcludeFromDescription();
        app.MapGet("/export/parts", PartsExport.ReadAsync).Needs(Right.CellsRead).ExcludeFromDescription();
        app.MapGet("/export/explore", ExplorerExport.ReadAsync).Needs(Right.CellsRead).ExcludeFromDescription();
        app.MapGet("/export/changes", ChangesAsync).Needs(Right.CellsRead).ExcludeFromDescription();
        app.MapGet("/export/banks", BanksAsync).Needs(Right.BanksRead).ExcludeFromDescription();
    }

    /// <remarks>Parameters as of GET kpis.</remarks>
    private static async Task<IResult> ReadingsAsync(
        HttpContext context,
        VisibleCity city,
        PolicyDocument policy,
        ExportDesk desk,
        CancellationToken cancellationToken,
        string? format = null,
        string? month = null,
        string? asOf = null,
        string? region = null,
        string? bank = null,
        string? reading = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        (IResult? wrong, IReadOnlyList<KpiReading> readings, DateTimeOffset? moment) =
            await KpiEndpoints.AskAsync(city, policy, month, asOf, region, bank, reading, cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request,
            moment ?? await city.KnownSinceAsync(null, cancellationToken),
            readings.Any(each => each.Synthetic),
            [$"{policy.Number} {policy.Title.In("zh-CN")}"]);
        return await desk.HandOutAsync(context, ExportTables.Readings(readings, facts), format!);
    }

    /// <remarks>Parameters as of GET observations.</remarks>
    private static async Task<IResult> ObservationsAsync(
        HttpContext context,
        VisibleCity city,
        Law law,
        ExportDesk desk,
        CancellationToken cancellationToken,
        string? format = null,
        string? indicator = null,
        string? scope = null,
        string? bank = null,
        string? region = null,
        string? from = null,
        string? to = null,
        string? asOf = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        (IResult? wrong, IReadOnlyList<Vintage> found) = await ObservationEndpoints.AskAsync(
            city, law, indicator, scope, bank, region, from, to, asOf, cancellationToken);
        if (wrong is not null)
        {
            return wrong;
        }

        KpiParameters.AsOf(asOf, out DateTimeOffset? moment);
        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request,
            moment ?? await city.KnownSinceAsync(null, cancellationToken),
            found.Any(each => each.Synthetic),
            found.Select(each => $"{each.Publisher} {each.Title} {each.Address}".Trim()));
        return await desk.HandOutAsync(
            context, ExportTables.Observations(law.Indicators.Find(indicator!)!, found, facts), format!);
    }

    /// <param name="since">The moment before; what became known later is listed.</param>
    /// <param name="asOf">The moment up to which; now when left out.</param>
    /// <param name="kind">revised or new; revised when left out.</param>
    private static async Task<IResult> ChangesAsync(
        HttpContext context,
        VisibleVintages vintages,
        VisibleCity city,
        ViewSource source,
        ExportDesk desk,
        CancellationToken cancellationToken,
        string? format = null,
        string? since = null,
        string? asOf = null,
        string? kind = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        if (since is null || !Moments.TryParse(since, out DateTimeOffset from))
        {
            return Answers.Wrong("since", since ?? string.Empty, KpiParameters.MomentForm);
        }

        if (KpiParameters.AsOf(asOf, out DateTimeOffset? moment) is { } wrong)
        {
            return wrong;
        }

        if (kind is not (null or "" or "revised" or "new"))
        {
            return Answers.Wrong("kind", kind, "revised | new");
        }

        // Pinned, so that what arrives while the file is written does not move the rows.
        DateTimeOffset until = moment ?? await city.KnownSinceAsync(null, cancellationToken);
        ChangeQuery query = new(from, until, Revised: kind != "new");
        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request, until, (await source.StatusAsync(cancellationToken)).Synthetic, []);
        return await desk.HandOutAsync(
            context, ExportTables.Changes(AllAsync(vintages, query, cancellationToken), facts), format!);
    }

    private static async Task<IResult> BanksAsync(
        HttpContext context, VisibleCity city, ExportDesk desk, CancellationToken cancellationToken, string? format = null)
    {
        if (ExportDesk.Wrong(format) is { } unknown)
        {
            return unknown;
        }

        IReadOnlyCollection<Bank> banks = (await city.MasterAsync(null, cancellationToken)).Banks;
        IReadOnlyList<ExportFact> facts = desk.Facts(
            context.Request, await city.KnownSinceAsync(null, cancellationToken), synthetic: false, []);
        return await desk.HandOutAsync(
            context, ExportTables.Banks(banks.OrderBy(bank => bank.Code, StringComparer.Ordinal), facts), format!);
    }

    private static async IAsyncEnumerable<StoredChange> AllAsync(
        VisibleVintages vintages, ChangeQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<int, bool> open = [];
        int count = 1;
        for (int skip = 0; skip < count; skip += Stretch)
        {
            (IReadOnlyList<StoredChange> some, count) = await vintages.ChangesAsync(query, skip, Stretch, cancellationToken);
            foreach (StoredChange change in some)
            {
                int import = change.Now.ImportId;
                if (!open.TryGetValue(import, out bool isOpen))
                {
                    open[import] = isOpen = await vintages.FileOfAsync(import, cancellationToken) is not null;
                }

                yield return isOpen ? change : change with { Now = LineageReader.WithoutFile(change.Now) };
            }
        }
    }
}
