using SmeKpi.Core.Access;

namespace SmeKpi.Core.Filing;

/// <summary>Who may do what with a filing, and when. Every way in asks here: pages, API, folder and command line.</summary>
/// <remarks>Maker, signer and publisher are three different people, whatever rights one of them may have.</remarks>
public sealed class FilingRules(RightsTable rights)
{
    public const int ShortestReason = 5;
    public const int LongestReason = 2000;

    private static readonly Dictionary<FilingAct, IReadOnlyList<string>> s_rights = new()
    {
        [FilingAct.Explain] = [Right.FilingsMake],
        [FilingAct.Withdraw] = [Right.FilingsMake, Right.FilingsSign],
        [FilingAct.Sign] = [Right.FilingsSign],
        [FilingAct.Publish] = [Right.FilingsPublish],
        [FilingAct.Return] = [Right.FilingsPublish],
    };

    /// <returns>Whether this person may see filings of this bank at all.</returns>
    public bool MaySee(Viewer viewer, string bank) => Reaches(viewer, Right.FilingsRead, bank);

    /// <returns>Null when this person may bring a filing of this bank.</returns>
    public FilingRefusal? WhyNotFile(Viewer viewer, string bank) =>
        rights.Of(viewer, Right.FilingsMake) == Reach.None ? FilingRefusal.NoRight
        : Reaches(viewer, Right.FilingsMake, bank) ? null
        : FilingRefusal.BankUnknown;

    /// <returns>Null when the act is allowed. A filing of another bank is unknown, not forbidden.</returns>
    /// <exception cref="ArgumentException">The act is the program's own.</exception>
    public FilingRefusal? WhyNot(Viewer viewer, FilingAct act, FilingFacts facts)
    {
        if (!s_rights.TryGetValue(act, out IReadOnlyList<string>? needed))
        {
            throw new ArgumentException($"Nobody does '{act}' but the program.", nameof(act));
        }

        if (!MaySee(viewer, facts.Bank))
        {
            return FilingRefusal.Unknown;
        }

        return !needed.Any(right => Reaches(viewer, right, facts.Bank)) ? FilingRefusal.NoRight
            : FilingFlow.Allows(facts.State, act) ? WhyNotThisPerson(viewer, act, facts)
            : WhyNotYet(act, facts);
    }

    /// <summary>Where the findings lead: to the end, to the bank's reasons or to the signature.</summary>
    public static SubmissionState After(int blocking, int unexplained) =>
        blocking > 0 ? SubmissionState.Rejected
        : unexplained > 0 ? SubmissionState.ToExplain
        : SubmissionState.ReadyToSign;

    public static bool IsFit(string? reason) =>
        reason?.Trim().Length is >= ShortestReason and <= LongestReason;

    /// <summary>Says what is missing rather than that it is too early.</summary>
    private static FilingRefusal WhyNotYet(FilingAct act, FilingFacts facts) => act switch
    {
        FilingAct.Sign when facts.Blocking > 0 => FilingRefusal.Blocked,
        FilingAct.Sign when facts.State == SubmissionState.ToExplain => FilingRefusal.ReasonMissing,
        FilingAct.Publish when facts.State is SubmissionState.ToExplain or SubmissionState.ReadyToSign => FilingRefusal.NotSigned,
        _ => FilingRefusal.NotNow,
    };

    private static FilingRefusal? WhyNotThisPerson(Viewer viewer, FilingAct act, FilingFacts facts) => act switch
    {
        FilingAct.Sign when facts.Makers.Contains(viewer.Name) => FilingRefusal.OwnFiling,
        FilingAct.Sign when facts.Blocking > 0 => FilingRefusal.Blocked,
        FilingAct.Sign when facts.Unexplained > 0 => FilingRefusal.ReasonMissing,
        FilingAct.Publish when facts.Signer is null => FilingRefusal.NotSigned,
        FilingAct.Publish when facts.Signer == viewer.Name || facts.Makers.Contains(viewer.Name) => FilingRefusal.OwnSignature,
        FilingAct.Publish when facts.Blocking > 0 => FilingRefusal.Blocked,
        _ => null,
    };

    // A filing is about all areas of a bank: whoever is confined to some of them does not see it.
    private bool Reaches(Viewer viewer, string right, string bank) => rights.Of(viewer, right) switch
    {
        Reach.Every => viewer.Counties.Count == 0,
        Reach.Own => viewer.Bank == bank,
        _ => false,
    };
}
