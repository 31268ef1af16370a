using SmeKpi.Core.Validation.Forms;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V269: interest (column F) ÷ amount granted (column D) is a rate that banks can charge.</summary>
public sealed class S71RateInBand(RuleParameters parameters) : IRule
{
    private readonly decimal _lowest = parameters.Number("lowest");
    private readonly decimal _highest = parameters.Number("highest");

    public string Number => RuleNumbers.S71RateInBand;

    public string Formula => "lowest ≤ F ÷ D ≤ highest, for each bracket";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context) =>
        from sheet in FormChecks.Of(file, S71Columns.Form)
        from item in sheet.Items
        from bracket in S71Columns.All
        let finding = FormChecks.RateWithin(
            Number, sheet, (item, "D" + bracket), (item, "F" + bracket), _lowest, _highest)
        where finding is not null
        select finding;
}
