using SmeKpi.Core.Validation.Figures;
using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>M412: non-performing loans are the same in G01_II and in the figures reported before.</summary>
public sealed class QualityNplMatchesReturn(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.QualityNplMatchesReturn;

    public string Formula => "G01_II npl ≈ all npl";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        FormReturns.Match(
            Number, file, context, new FormReturns.Cells("G01_II", [(QualityItems.Npl, "C")]),
            ReportedSeries.AllNpl, _share);
}
