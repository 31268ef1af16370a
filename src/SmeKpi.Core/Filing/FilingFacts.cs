namespace SmeKpi.Core.Filing;

/// <summary>What decides whether an act on a filing is allowed.</summary>
/// <param name="Bank">The code of the bank that the filing is for.</param>
/// <param name="Makers">Who brought the filing and who gave reasons.</param>
/// <param name="Signer">Null while nobody has signed.</param>
/// <param name="Blocking">How many findings S and V are open.</param>
/// <param name="Unexplained">How many findings Q and M have no reason.</param>
public sealed record FilingFacts(
    SubmissionState State, string Bank, IReadOnlyCollection<string> Makers, string? Signer, int Blocking, int Unexplained);
