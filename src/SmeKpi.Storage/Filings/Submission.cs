using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>A filing as people see it.</summary>
/// <param name="Version">Grows with every step.</param>
/// <param name="ImportId">The import that holds its figures; null until it is published.</param>
public sealed record Submission(
    int Id,
    string Bank,
    YearMonth Month,
    int Sequence,
    string Sha256,
    string FileName,
    long ByteLength,
    string Channel,
    SubmissionState State,
    int Version,
    string Maker,
    DateTimeOffset Received,
    string Layout,
    int RowsRead,
    bool Synthetic,
    string? Signer,
    DateTimeOffset? Signed,
    string? Publisher,
    DateTimeOffset? Published,
    int? ImportId)
{
    /// <summary>How people and files call it: bank, month, count.</summary>
    public string Number => NumberOf(Bank, Month.Number, Sequence);

    internal static string NumberOf(string bank, int month, int sequence) => FormattableString.Invariant($"{bank}-{month}-{sequence}");

    internal static string NumberOf(SubmissionRow row) => NumberOf(row.BankCode, row.Month, row.Sequence);

    internal static Submission Of(SubmissionRow row) => new(
        row.Id,
        row.BankCode,
        YearMonth.FromNumber(row.Month),
        row.Sequence,
        row.Sha256,
        row.FileName,
        row.ByteLength,
        row.Channel,
        row.State,
        row.Version,
        row.Maker,
        Ticks.ToMoment(row.ReceivedTicks),
        row.Layout,
        row.RowsRead,
        row.Synthetic,
        row.Signer,
        MomentOf(row.SignedTicks),
        row.Publisher,
        MomentOf(row.PublishedTicks),
        row.ImportId);

    private static DateTimeOffset? MomentOf(long? ticks) => ticks is { } known ? Ticks.ToMoment(known) : null;
}

/// <summary>One step in the history of a filing.</summary>
/// <param name="AuditNumber">The entry of the audit chain that records it; null for the program's own steps.</param>
public sealed record SubmissionStep(
    DateTimeOffset At, SubmissionState State, string Actor, string? Role, string? Note, long? AuditNumber);

/// <summary>What a rule has against a filing.</summary>
/// <param name="Number">Counts the findings of the filing, from 1.</param>
/// <param name="Subject">What it is about, the same next month.</param>
/// <param name="Month">Null when it is about no month.</param>
/// <param name="Reason">The bank's; null while there is none.</param>
/// <param name="Offered">The reason that the bank gave last for the same rule and subject; null when it never did.</param>
public sealed record SubmissionFinding(
    int Number,
    Finding Finding,
    string Subject,
    YearMonth? Month,
    string? Reason,
    string? ReasonBy,
    DateTimeOffset? ReasonAt,
    string? Offered);

/// <summary>A filing that arrives.</summary>
/// <param name="Bank">The code of the bank that it is for.</param>
/// <param name="Channel">One of <see cref="FilingChannels"/>.</param>
public sealed record FilingArrival(string Bank, YearMonth Month, Core.Sources.SourceFile File, string Channel);

/// <summary>The ways in.</summary>
public static class FilingChannels
{
    public const string Page = "page";
    public const string Api = "api";
    public const string Folder = "folder";
    public const string Command = "command";
}

/// <summary>How an act on a filing ended: done, or refused for this reason and nothing changed.</summary>
/// <param name="AlreadyReceived">True when the same bytes were there already: nothing changed, the filing is the one that holds them.</param>
public sealed record FilingOutcome(Submission? Submission, FilingRefusal? Refusal, bool AlreadyReceived = false)
{
    public bool IsDone => Refusal is null;

    internal static FilingOutcome Refused(FilingRefusal refusal) => new(null, refusal);
}

/// <summary>Who acts on a filing, and from where.</summary>
/// <param name="Address">The network address; null for folder and command line.</param>
public sealed record Filer(Core.Access.Viewer Viewer, string? Address = null)
{
    internal Accounts.Actor Actor { get; } =
        new(Viewer.Name, Viewer.Role is { } role ? Core.Access.RoleNames.Of(role) : null, Address);
}
