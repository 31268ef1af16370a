using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>M410: all loans are the same in G01 (item 62, column C) and in the figures reported before.</summary>
public sealed class G01LoansMatchReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.G01LoansMatchReturn;

    public string Formula => "G01 62.C ≈ all loans";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("G01", [("62", "C")]), ReportedSeries.AllLoans, _share);
}
