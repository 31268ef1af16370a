using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Filing;

/// <summary>What the bytes of a filing say, and what the rules have against them: the same when checked and when published.</summary>
internal sealed class FilingDossier(
    LimitedParser parser, FilingChecker checker, StatisticsImporter importer, SourceContexts sources)
{
    /// <summary>Reads the file for its bank and month; rows of others are findings.</summary>
    public async Task<ParsedFile> ParseAsync(Submission of, SourceFile file, CancellationToken cancellationToken)
    {
        SourceContext context = await sources.OfAsync(of.Bank, of.Month, cancellationToken);
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
