namespace SmeKpi.Core.Auditing;

/// <summary>The names of what is recorded.</summary>
public static class AuditAction
{
    public const string SignIn = "sign-in";
    public const string SecondFactor = "second-factor";
    public const string SignOut = "sign-out";
    public const string Denied = "denied";
    public const string BankView = "bank-view";
    public const string Upload = "upload";
    public const string Filing = "filing";
    public const string Signature = "signature";
    public const string Publication = "publication";
    public const string Meeting = "meeting";
    public const string Promise = "promise";
    public const string Case = "case";
    public const string Export = "export";
    public const string Setting = "setting";
    public const string Account = "account";
    public const string Token = "token";
    public const string Job = "job";
    public const string Remind = "remind";
    public const string Proposal = "proposal";
    public const string SavedView = "saved-view";
    public const string Audit = "audit";

    public static IReadOnlyList<string> All { get; } =
        [
            SignIn, SecondFactor, SignOut, Denied, BankView, Upload, Filing, Signature, Publication, Meeting, Promise, Case, Proposal,
            Export, Setting, Account, Token, Job, Remind, SavedView, Audit,
        ];
}
