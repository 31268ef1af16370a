using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V250: RMB (人民币) is part of RMB and foreign currency (本外币).</summary>
public sealed class RmbWithinRmbFx : IRule
{
    public string Number => RuleNumbers.RmbWithinRmbFx;

    public string Formula => "rmb ≤ rmb_fx";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Scope == ScopeCodes.Rmb && figure.Shown is { } rmb
                && file.BySeries.Find(figure.Series with { Scope = ScopeCodes.RmbFx }, figure.Month)?.Shown is { } all
                && !rmb.CanBeAtMost(all))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"≤ {all}");
            }
        }
    }
}
