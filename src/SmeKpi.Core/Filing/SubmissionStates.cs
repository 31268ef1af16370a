namespace SmeKpi.Core.Filing;

/// <summary>The names of the states in addresses, files and the API.</summary>
public static class SubmissionStates
{
    private static readonly Dictionary<SubmissionState, string> s_names = new()
    {
        [SubmissionState.Received] = "received",
        [SubmissionState.Parsing] = "parsing",
        [SubmissionState.Unreadable] = "unreadable",
        [SubmissionState.Checking] = "checking",
        [SubmissionState.Rejected] = "rejected",
        [SubmissionState.ToExplain] = "to-explain",
        [SubmissionState.ReadyToSign] = "ready-to-sign",
        [SubmissionState.Signed] = "signed",
        [SubmissionState.Published] = "published",
        [SubmissionState.Withdrawn] = "withdrawn",
    };

    public static IReadOnlyCollection<SubmissionState> All => s_names.Keys;

    public static string Of(SubmissionState state) => s_names[state];

    /// <returns>False when no state has this name.</returns>
    public static bool TryParse(string? name, out SubmissionState state)
    {
        KeyValuePair<SubmissionState, string> found = s_names.FirstOrDefault(each => each.Value == name);
        state = found.Key;
        return found.Value is not null;
    }

    /// <summary>Whether the program is still at work on it, so that whoever waits looks again.</summary>
    public static bool IsWorking(this SubmissionState state) =>
        state is SubmissionState.Received or SubmissionState.Parsing or SubmissionState.Checking;

    /// <summary>Whether the program has judged it without an objection that blocks.</summary>
    public static bool IsAccepted(this SubmissionState state) =>
        state is SubmissionState.ToExplain or SubmissionState.ReadyToSign or SubmissionState.Signed or SubmissionState.Published;
}
