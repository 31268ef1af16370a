using System.Globalization;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Filing;

namespace SmeKpi.Web.Jobs;

/// <summary>Reads a filing in a limited process, lets the rules speak and writes the verdict down.</summary>
/// <remarks>Killed before the verdict it starts again; killed after it there is nothing left to do.</remarks>
internal sealed partial class CheckFiling(FilingChecker checker, FilingDossier dossier, ILogger<CheckFiling> logger)
{
    public async Task RunAsync(WorkItem item, Fence fence, CancellationToken cancellationToken)
    {
        int id = int.Parse(item.Argument, NumberStyles.None, CultureInfo.InvariantCulture);
        if (await checker.BeginAsync(id, fence, cancellationToken) is not { } begun)
        {
            return;
        }

        ParsedFile parsed = await dossier.ParseAsync(begun.Submission, begun.File, cancellationToken);
        if (!parsed.Findings.Any(finding => finding.Severity == Severity.Unreadable))
        {
            await checker.CheckingAsync(id, cancellationToken);
        }

        IReadOnlyList<Finding> findings = await dossier.CheckAsync(begun.Submission, begun.File, parsed, cancellationToken);
        if (await checker.JudgeAsync(id, parsed, findings, fence, cancellationToken) is { } judged)
        {
            Judged(judged.Number, judged.State, findings.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Number}: {State}, {Findings} findings")]
    private partial void Judged(string number, Core.Filing.SubmissionState state, int findings);
}
