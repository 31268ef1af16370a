using Microsoft.Extensions.Localization;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Exploring;

/// <summary>The explorer in the reader's language.</summary>
public sealed class ExplorerWords(IStringLocalizer<ExplorerStrings> text, QuantityFormatter format)
{
    public string Name(ExplorationMember member) => member switch
    {
        { Name: { } name, Axis: ExplorationAxis.Bank } => $"{member.Code} {name.In(format.Culture)}",
        { Name: { } name } => name.In(format.Culture),
        { Axis: ExplorationAxis.Month } => format.Month(YearMonth.Parse(member.Code)),
        { Axis: ExplorationAxis.BankType } => text[$"Type_{member.Code}"],
        _ => text["Total"],
    };

    /// <summary>The whole head; the measure where it has no axis at all.</summary>
    public string Name(PivotHead head, ExplorationMeasure measure) => head.Members.Count == 0
        ? text[$"Measure_{ExplorationWords.Of(measure)}"]
        : string.Join(" · ", head.Members.Select(Name));

    public string Value(PivotCell cell, ExplorationMeasure measure) =>
        measure is ExplorationMeasure.Value or ExplorationMeasure.ShareOfTotal
            ? format.Text(cell.Value)
            : cell.Value is { Unit: Unit.Percent } ? format.Text(cell.Value) : format.Difference(cell.Value);

    public string Fault(ExplorationFault fault) => text[$"Fault_{fault.Kind}", text[$"Part_{fault.Parameter}"].Value, fault.Found, Expected(fault)];

    private string Expected(ExplorationFault fault) => fault.Kind == ExplorationFaultKind.AxisMissing
        ? text[$"Axis_{fault.Expected}"]
        : fault.Expected;
}
