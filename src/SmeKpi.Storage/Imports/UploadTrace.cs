using System.Globalization;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Storage.Imports;

/// <summary>What the audit chain says about a file that arrived.</summary>
public static class UploadTrace
{
    /// <summary>The hash first: a long name may be cut, the hash never.</summary>
    public static AuditEvent Of(AuditActor actor, ImportReport report) => actor.Did(
        AuditAction.Upload,
        $"{report.Sha256} {report.FileName}",
        report.Outcome == ImportOutcome.Refused ? AuditResult.Failed : AuditResult.Success,
        Detail(report));

    private static string Detail(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Stored => string.Create(
            CultureInfo.InvariantCulture,
            $"stored: import {report.ImportId}, {report.Stored} values, {report.Unchanged} unchanged"),
        ImportOutcome.AlreadyReceived => string.Create(
            CultureInfo.InvariantCulture, $"already received: import {report.ImportId}"),
        ImportOutcome.Refused => "refused: " + string.Join(
            ", ", report.Findings.Where(finding => finding.Blocks).Select(finding => finding.Rule).Distinct()),
        _ => throw new ArgumentOutOfRangeException(nameof(report), report.Outcome, null),
    };
}
