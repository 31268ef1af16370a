using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M407: borrowers are the same in S71_I (rows 1 and 3, column B5) and in the figures reported before.
/// </summary>
public sealed class S71BorrowersMatchReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.S71BorrowersMatchReturn;

    public string Formula => "S71_I 1.B5 + 3.B5 ≈ borrowers";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("S71_I", [("1", "B5"), ("3", "B5")]),
            ReportedSeries.Borrowers, _share);
}
