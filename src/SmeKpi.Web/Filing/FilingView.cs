using SmeKpi.Core.Filing;
using SmeKpi.Storage.Filings;

namespace SmeKpi.Web.Filing;

/// <summary>A filing as its page shows it.</summary>
/// <param name="Acts">What this person could do now: null when it is allowed, else why not.</param>
public sealed record FilingView(
    Submission Filing,
    IReadOnlyList<SubmissionFinding> Findings,
    IReadOnlyList<SubmissionStep> Steps,
    IReadOnlyDictionary<FilingAct, FilingRefusal?> Acts)
{
    public static IReadOnlyList<FilingAct> Offered { get; } =
        [FilingAct.Explain, FilingAct.Sign, FilingAct.Publish, FilingAct.Return, FilingAct.Withdraw];

    public IReadOnlyList<SubmissionFinding> Blocking => [.. Findings.Where(finding => finding.Finding.Blocks)];

    public IReadOnlyList<SubmissionFinding> Questions => [.. Findings.Where(finding => !finding.Finding.Blocks)];

    public int Unexplained => Questions.Count(finding => finding.Reason is null);

    public bool May(FilingAct act) => Acts[act] is null;
}
