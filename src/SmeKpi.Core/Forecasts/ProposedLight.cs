using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Forecasts;

/// <summary>建议灯: what a probability would say if it were to judge. Stands beside the ruling light, never instead.</summary>
public enum ProposedLight
{
    Green,

    Amber,

    Red,
}

public static class ProposedLights
{
    /// <returns>Null without a probability; a bound belongs to the better light.</returns>
    public static ProposedLight? Of(decimal? probability, ForecastRules rules) => probability is not { } chance ? null
        : chance >= rules.GreenFrom ? ProposedLight.Green
        : chance >= rules.AmberFrom ? ProposedLight.Amber
        : ProposedLight.Red;
}
