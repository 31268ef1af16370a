namespace SmeKpi.Core.Filing;

/// <summary>The states of a filing as a list: from where, through which act, to where. What is not here cannot happen.</summary>
/// <remarks>
/// received → parsing → unreadable | checking → rejected | to-explain | ready-to-sign → signed → published; also
/// withdrawn, until it is published. An act may have several outcomes; what the findings say decides between them.
/// </remarks>
public static class FilingFlow
{
    public static IReadOnlyList<(SubmissionState From, FilingAct Act, SubmissionState To)> Steps { get; } =
    [
        (SubmissionState.Received, FilingAct.Parse, SubmissionState.Parsing),
        (SubmissionState.Parsing, FilingAct.Parse, SubmissionState.Parsing),
        (SubmissionState.Checking, FilingAct.Parse, SubmissionState.Parsing),
        (SubmissionState.Parsing, FilingAct.Check, SubmissionState.Checking),
        (SubmissionState.Parsing, FilingAct.Judge, SubmissionState.Unreadable),
        (SubmissionState.Checking, FilingAct.Judge, SubmissionState.Rejected),
        (SubmissionState.Checking, FilingAct.Judge, SubmissionState.ToExplain),
        (SubmissionState.Checking, FilingAct.Judge, SubmissionState.ReadyToSign),
        (SubmissionState.ToExplain, FilingAct.Explain, SubmissionState.ToExplain),
        (SubmissionState.ToExplain, FilingAct.Explain, SubmissionState.ReadyToSign),
        (SubmissionState.ReadyToSign, FilingAct.Explain, SubmissionState.ReadyToSign),
        (SubmissionState.ReadyToSign, FilingAct.Sign, SubmissionState.Signed),
        (SubmissionState.Signed, FilingAct.Publish, SubmissionState.Published),
        (SubmissionState.Signed, FilingAct.Return, SubmissionState.Rejected),

        // What is known may have changed since the filing was checked: it is checked again when it is published.
        (SubmissionState.Signed, FilingAct.Judge, SubmissionState.Rejected),
        (SubmissionState.Signed, FilingAct.Judge, SubmissionState.ToExplain),
        (SubmissionState.Received, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.Parsing, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.Checking, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.Unreadable, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.Rejected, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.ToExplain, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.ReadyToSign, FilingAct.Withdraw, SubmissionState.Withdrawn),
        (SubmissionState.Signed, FilingAct.Withdraw, SubmissionState.Withdrawn),
    ];

    public static bool Allows(SubmissionState from, FilingAct act) => Steps.Any(step => step.From == from && step.Act == act);

    /// <exception cref="InvalidOperationException">There is no such step: a bug, since acts are judged before.</exception>
    public static SubmissionState Go(SubmissionState from, FilingAct act, SubmissionState to) =>
        Steps.Contains((from, act, to))
            ? to
            : throw new InvalidOperationException($"A filing does not go from {from} to {to} by {act}.");
}
