using SmeKpi.Core.Cases;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Cases;

/// <summary>What came of an act on a case.</summary>
/// <param name="Id">The case; null when nothing was done.</param>
public sealed record CaseOutcome(int? Id, CaseRefusal? Refusal)
{
    internal static CaseOutcome Refused(CaseRefusal refusal) => new(null, refusal);
}

/// <summary>Cases and steps as rows.</summary>
internal static class CaseRecord
{
    public static CaseRow Row(NewCase made, bool synthetic) => new()
    {
        BankCode = made.Bank,
        Subject = made.Subject,
        Title = made.Title,
        Month = made.Month!.Value.Number,
        Synthetic = synthetic,
    };

    /// <summary>The step with which a case begins.</summary>
    public static CaseStep First(NewCase made, string by, string? role, DateTimeOffset at) =>
        new(1, CaseAct.Open, CaseState.Opened, at, by, role, made.Text!.Trim());

    public static CaseStepRow Row(int id, CaseStep step, long? auditNumber) => new()
    {
        CaseId = id,
        Number = step.Number,
        Act = step.Act,
        State = step.State,
        AtTicks = step.At.UtcTicks,
        Actor = step.By,
        Role = step.Role,
        Text = step.Text,
        DeadlineYmd = step.Deadline is { } day ? Days.ToYmd(day) : null,
        Finding = step.Finding,
        EvidenceJson = step.Evidence is { } evidence ? StorageJson.From(evidence) : null,
        AuditNumber = auditNumber,
    };
}
