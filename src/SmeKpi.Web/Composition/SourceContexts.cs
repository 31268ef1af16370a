using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Composition;

/// <summary>What parsers are told besides the bytes: the law, the names of banks and areas, who files and for which month.</summary>
internal sealed class SourceContexts(Law law, MasterDataReader master, FilingReader filings)
{
    /// <param name="bank">Who files; null when an authority does.</param>
    /// <param name="month">The month the file must speak of; null for any.</param>
    public async Task<SourceContext> OfAsync(string? bank, YearMonth? month, CancellationToken cancellationToken)
    {
        MasterData data = await master.ReadAsync(cancellationToken: cancellationToken);
        return law.ToSources() with
        {
            Month = month,
            Bank = bank,
            Region = data.Regions.FirstOrDefault(region => region.Kind == RegionKind.City)?.Code,
            Banks = [.. data.Banks],
            Regions = [.. data.Regions],
        };
    }

    /// <summary>What a file that is stored was read with: its bank's, when a bank filed it.</summary>
    public async Task<SourceContext> OfImportAsync(int import, SourceFile file, CancellationToken cancellationToken) =>
        await filings.OfImportAsync(import, cancellationToken) is { } filing
            ? await OfAsync(filing.Bank, filing.Month, cancellationToken)
            : Of(file, month: null);

    /// <summary>For files of authorities. Tidy returns name codes and need no names, and they come by the hundred.</summary>
    public SourceContext Of(SourceFile file, YearMonth? month) =>
        Path.GetExtension(file.Name).ToUpperInvariant() is ".CSV" or ".TXT"
            ? law.ToSources() with { Month = month }
            : OfAsync(null, month, CancellationToken.None).GetAwaiter().GetResult();
}
