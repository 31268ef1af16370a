using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.WhatIf;
using SmeKpi.Storage.Proposals;

namespace SmeKpi.Web.Readers;

/// <summary>A scenario and what it does, as far as the viewer may see it.</summary>
/// <param name="Given">What the form was sent with, as it was typed.</param>
/// <param name="Result">Null when there are no figures of the city.</param>
/// <param name="Banks">That may be chosen; none for who may not see every bank.</param>
/// <param name="PlanRows">Of the parts that the viewer sees.</param>
/// <param name="Names">Of banks and areas by their code.</param>
public sealed record WhatIfView(
    PeriodView Period,
    IReadOnlyDictionary<string, string> Given,
    Scenario Scenario,
    IReadOnlyList<ScenarioFault> Faults,
    WhatIfResult? Result,
    IReadOnlyList<Bank> Banks,
    IReadOnlyList<PlanRow> PlanRows,
    IReadOnlyDictionary<string, LocalizedText> Names)
{
    /// <summary>The right to save; nothing empty or wrong is saved.</summary>
    public bool MaySave { get; init; }

    /// <summary>Parts of the division are not the viewer's to see.</summary>
    public bool HidesParts { get; init; }

    public bool IsFit => Faults.Count == 0 && !Scenario.IsEmpty && Result?.Plan is not { AddsUp: false };

    /// <summary>The version of the data that was used; null when nothing was imported.</summary>
    public DateTimeOffset? DataKnownSince { get; init; }

    /// <summary>The address of the same scenario, to be shared; null where it would name what the viewer does not see.</summary>
    public string? Address => HidesParts || (Scenario.ShortBank is { } bank && !Names.ContainsKey(bank)) ? null : "/what-if?" + string.Join('&',
        ScenarioForm.Write(Scenario).Prepend(KeyValuePair.Create("month", Period.Month.ToString()))
            .Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value)}"));

    /// <summary>The even division in 亿元 or percent with two decimals, adding up to what is required, to start from.</summary>
    public IReadOnlyDictionary<string, string> Offers => HidesParts || Result?.Plan is not { } plan
        ? new Dictionary<string, string>()
        : Rounded(plan, Text(ScenarioForm.In) == "percent");

    /// <summary>What a field shows: what was typed, else nothing.</summary>
    public string Text(string key) => Given.GetValueOrDefault(key, string.Empty);

    private Dictionary<string, string> Rounded(Plan plan, bool inPercent)
    {
        decimal whole = inPercent ? 100m : decimal.Round(plan.Required.Yuan / 100_000_000m, 2);
        Dictionary<string, decimal> parts = PlanRows.ToDictionary(
            row => row.Code,
            row => plan.Required.Yuan == 0m ? 0m : decimal.Round(whole * row.Even.Yuan / plan.Required.Yuan, 2));
        if (parts.Count > 0 && plan.Required.Yuan != 0m)
        {
            parts[parts.MaxBy(part => part.Value).Key] += whole - parts.Values.Sum();
        }

        return parts.ToDictionary(part => part.Key, part => part.Value.ToString("0.00", CultureInfo.InvariantCulture));
    }
}

/// <summary>A proposal on the figures it was made on and on those of today.</summary>
public sealed record ProposalView(Proposal Proposal, WhatIfView Then, WhatIfView Today, bool IsOwn);
