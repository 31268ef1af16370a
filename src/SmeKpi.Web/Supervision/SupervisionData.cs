using SmeKpi.Core.Calendar;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Supervision;

/// <summary>The tests of a month as far as the viewer may see them.</summary>
/// <param name="Sheets">Banks that may be seen, by code.</param>
/// <param name="Peers">Of every group and test; of one bank only its own groups, with the bank beside them.</param>
/// <param name="Filings">Returns of the one bank looked at; empty for whoever may not see filings.</param>
/// <param name="SeesFigures">Whether the figures behind a value may be seen.</param>
/// <param name="MayOpenCase">Whether the viewer acts on failed tests.</param>
public sealed record SupervisionData(
    YearMonth Month,
    string Region,
    IReadOnlyList<BankSheet> Sheets,
    IReadOnlyList<PeerGroup> Groups,
    IReadOnlyList<PeerLine> Peers,
    IReadOnlyList<FilingStatus> Filings,
    SupervisionRules Rules,
    bool SeesEveryBank,
    bool SeesFigures,
    bool MayOpenCase);

/// <summary>One test among the banks of one group.</summary>
/// <param name="Own">The value of the bank looked at; null when there is none.</param>
/// <param name="Statistics">Null where the group is too small for whoever looks.</param>
/// <param name="IsSmall">So few banks that a percentile says little.</param>
public sealed record PeerLine(PeerGroup Group, TestRule Test, Quantity? Own, PeerStatistics? Statistics, bool IsSmall);

/// <summary>Puts the values of groups side by side.</summary>
internal static class PeerLines
{
    /// <param name="bank">The bank looked at: only its groups; null for all of them.</param>
    /// <param name="fewest">With fewer values nothing of a group is told.</param>
    public static IReadOnlyList<PeerLine> Of(
        IReadOnlyList<BankSheet> sheets, IReadOnlyList<PeerGroup> groups, SupervisionRules rules, string? bank, int fewest) =>
    [
        .. from @group in groups
        where bank is null || @group.Members.Contains(bank)
        from test in rules.Tests
        let statistics = BankSheets.Compare(sheets, @group, test.Id, bank)
        select new PeerLine(
            @group,
            test,
            sheets.FirstOrDefault(sheet => sheet.Bank.Code == bank)?.Test(test.Id).Value.Value,
            statistics.Count < fewest ? null : statistics,
            statistics.Count < rules.Peers.WarnBelow),
    ];
}
