using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Promises;

namespace SmeKpi.Web.Readers;

/// <summary>Everything that the pages of one month, one area and one as-of moment are made from.</summary>
public sealed record ViewData
{
    public required PolicyDocument Policy { get; init; }

    /// <summary>Where the panels stand: one for the overview, one for each target, one for each page of one's own.</summary>
    public required IReadOnlyList<DashboardDefinition> Dashboards { get; init; }

    public required MasterData Master { get; init; }

    /// <summary>The area shown: the one asked for, else the city.</summary>
    public required string Region { get; init; }

    /// <summary>The month shown: the one asked for, else the newest with data.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>First and last month with data as of the moment; null in an empty database.</summary>
    public required YearMonth? FirstMonth { get; init; }

    public required YearMonth? LastMonth { get; init; }

    /// <summary>When the newest figure shown became known; null when there is none.</summary>
    public required DateTimeOffset? KnownSince { get; init; }

    /// <summary>
    /// Of the area: every reading of every target for the twelve months of the month's year (readings of months
    /// without data carry pace and target) and the December before; the ruling readings of the same month of last year
    /// and the one before it. Of the banks and counties in it: the ruling readings of the month and of
    /// the month before. More does no harm; what is absent is shown as missing.
    /// </summary>
    public required ReadingIndex Readings { get; init; }

    /// <summary>各项贷款 at the end of last year, ruling scope; null when unknown.</summary>
    public required Quantity? OpeningBalance { get; init; }

    /// <summary>The year ends foretold from the month; empty where the area is not the city or nobody may see figures.</summary>
    public IReadOnlyList<TargetForecast> Forecasts { get; init; } = [];

    /// <summary>Whether there are figures of the city for whoever looks; without them only the law is shown.</summary>
    public required bool SeesCity { get; init; }

    /// <summary>How many of the banks there are to see for whoever looks; the master data hold no others.</summary>
    public required BankRows BankRows { get; init; }

    /// <summary>How many banks filed late or not at all for the month; null where the totals are not the city's.</summary>
    public FilingNote? Filings { get; init; }

    /// <summary>Published figures of others; null where nobody may see figures.</summary>
    public BesideBook? Beside { get; init; }

    /// <summary>What happened beside the figures, for the time axis.</summary>
    public IReadOnlyList<Core.Events.EventNote> Events { get; init; } = [];

    /// <summary>The moment whose knowledge is shown; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Meetings and promises; null for whoever may read none.</summary>
    public PromiseBoard? Promises { get; init; } = PromiseBoard.Empty;

    /// <summary>How long a target that was behind keeps its amber mark.</summary>
    public MakeGoodRule MakeGood { get; init; } = MakeGoodRule.OneMonth;

    /// <summary>Who moved the one target that the page shows; null where that was not asked for.</summary>
    public (string Id, TargetCauses Of)? Causes { get; init; }

    /// <summary>True when any figure shown is synthetic.</summary>
    public required bool Synthetic { get; init; }
}
