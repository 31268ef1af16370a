using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M408: non-performing inclusive loans are the same in S71_I (rows 1 and 3, column C5) and in the figures
/// reported before.
/// </summary>
public sealed class S71NplMatchesReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.S71NplMatchesReturn;

    public string Formula => "S71_I 1.C5 + 3.C5 ≈ inclusive npl";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("S71_I", [("1", "C5"), ("3", "C5")]),
            ReportedSeries.InclusiveNpl, _share);
}
