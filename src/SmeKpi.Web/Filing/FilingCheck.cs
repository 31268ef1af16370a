using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Work;

namespace SmeKpi.Web.Filing;

/// <summary>Reads a filing in a limited process, lets the rules speak and writes the verdict down.</summary>
/// <remarks>Killed before the verdict it starts again; killed after it there is nothing left to do.</remarks>
internal sealed class FilingCheck(FilingChecker checker, FilingDossier dossier)
{
    /// <returns>The filing with its verdict; null when there was nothing to judge or another worker has taken over.</returns>
    public async Task<Submission?> RunAsync(int id, Fence fence, CancellationToken cancellationToken)
    {
        if (await checker.BeginAsync(id, fence, cancellationToken) is not { } begun)
        {
            return null;
        }

        (Submission filing, SourceFile file) = begun;
        ParsedFile parsed = await dossier.ParseAsync(filing, file, cancellationToken);
        if (!parsed.Findings.Any(finding => finding.Severity == Severity.Unreadable))
        {
            await checker.CheckingAsync(id, cancellationToken);
        }

        IReadOnlyList<Finding> findings = await dossier.CheckAsync(filing, file, parsed, cancellationToken);
        return await checker.JudgeAsync(id, parsed, findings, fence, cancellationToken);
    }
}
