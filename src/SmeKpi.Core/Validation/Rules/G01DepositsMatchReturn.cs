using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M411: all deposits are the same in G01 (item 61, column C) and in the figures reported before.
/// </summary>
public sealed class G01DepositsMatchReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.G01DepositsMatchReturn;

    public string Formula => "G01 61.C ≈ all deposits";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("G01", [("61", "C")]), ReportedSeries.Deposits, _share);
}
