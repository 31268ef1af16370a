using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V258: first-time borrowers (首贷户) are zero exactly when nothing was granted to them.</summary>
public sealed class FirstTimeBorrowersMatchGranted : IRule
{
    public string Number => RuleNumbers.FirstTimeBorrowersMatchGranted;

    public string Formula => "first-time borrowers = 0 ⇔ granted = 0";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FigureChecks.ZeroTogether(Number, file, context, ReportedSeries.FirstBorrowers, ReportedSeries.FirstGranted);
}
