using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Filing;

/// <summary>What the bytes of a filing say, and what the rules have against them: the same when checked and when published.</summary>
internal sealed class FilingDossier(
    LimitedParser parser, FilingChecker checker, StatisticsImporter importer, MasterDataReader master, Law law)
{
    /// <summary>Reads the file for its bank and month; rows of others are findings.</summary>
    public async Task<ParsedFile> ParseAsync(Submission of, SourceFile file, CancellationToken cancellationToken)
    {
        MasterData data = await master.ReadAsync(cancellationToken: cancellationToken);
        SourceContext context = law.ToSources() with
        {
            Month = of.Month,
            Bank = of.Bank,
            Region = data.Regions.FirstOrDefault(region => region.Kind == RegionKind.City)?.Code,
            Banks = [.. data.Banks],
            Regions = [.. data.Regions],
        };
        return FilingContent.Confine(await parser.ParseAsync(file, context, cancellationToken), of.Bank);
    }

    /// <returns>All findings, of parser and rules, as things are known now.</returns>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        Submission of, SourceFile file, ParsedFile parsed, CancellationToken cancellationToken) =>
        await importer.CheckAsync(file, parsed, await RequestAsync(of, cancellationToken), cancellationToken);

    public async Task<ImportRequest> RequestAsync(Submission of, CancellationToken cancellationToken) => new(of.Maker)
    {
        FiledFor = of.Month,
        OtherForms = await checker.OtherFormsAsync(of, cancellationToken),
    };
}
