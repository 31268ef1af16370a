using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M406: inclusive loans are the same in S71_I (rows 1 and 3, column A5) and in the figures reported before.
/// </summary>
public sealed class S71LoansMatchReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.S71LoansMatchReturn;

    public string Formula => "S71_I 1.A5 + 3.A5 ≈ inclusive balance";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("S71_I", [("1", "A5"), ("3", "A5")]),
            ReportedSeries.Inclusive, _share);
}
