using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Core.Supervision.Scorecards;
using SmeKpi.Core.Supervision.Tests;
using SmeKpi.Core.Supervision.Warnings;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Everything that supervision knows of one bank in one month.</summary>
public sealed record BankSheet(
    Bank Bank,
    YearMonth Month,
    AssessmentMode Mode,
    Assessment? Assessment,
    IReadOnlyList<BankTestResult> Tests,
    IReadOnlyList<Warning> Warnings,
    Scorecard Scorecard,
    TaxRelief TaxRelief)
{
    /// <exception cref="InvalidOperationException">There is no such test.</exception>
    public BankTestResult Test(string id) => Tests.First(result => result.Rule.Id == id);

    public bool HasFailed => Tests.Any(result => result.IsFailed);

    /// <summary>Whether anything on the sheet rests on something made up: a figure of this year or the last, a decision.</summary>
    public bool Synthetic => Tests.Any(result => result.Value.Synthetic) || Assessment?.Synthetic == true
        || Scorecard.Synthetic || TaxRelief.Synthetic;
}

/// <summary>Tests every bank of a month: peers can be told of all of them or of none.</summary>
public static class BankSheets
{
    /// <summary>The sheets of the banks open in the month, by code.</summary>
    /// <param name="inputOf">What a bank is tested with.</param>
    /// <exception cref="ArgumentException">It gives an area instead of a bank.</exception>
    public static IReadOnlyList<BankSheet> Of(MasterData master, YearMonth month, Func<Bank, BankInput> inputOf)
    {
        List<(Bank Bank, BankInput Input, IReadOnlyList<BankTestResult> Results)> tested =
        [
            .. master.OpenIn(month).Select(bank => (bank, inputOf(bank)))
                .Select(each => (each.bank, each.Item2, BankTestCatalog.Evaluate(each.Item2))),
        ];
        return [.. tested.Select(each => Sheet(each.Bank, each.Input, each.Results, Gaps(tested, each)))];
    }

    /// <summary>A value of every bank of a group, and of one of them beside it.</summary>
    /// <param name="sheets">Of all banks.</param>
    public static PeerStatistics Compare(IReadOnlyList<BankSheet> sheets, PeerGroup group, string test, string? bank)
    {
        List<(string Code, Quantity? Value)> values =
        [
            .. sheets.Where(sheet => group.Members.Contains(sheet.Bank.Code))
                .Select(sheet => (sheet.Bank.Code, sheet.Test(test).Value.Value)),
        ];
        return PeerStatistics.Of(
            [.. values.Where(each => each.Value is not null).Select(each => each.Value!.Value)],
            values.FirstOrDefault(each => each.Code == bank).Value);
    }

    private static BankSheet Sheet(
        Bank bank, BankInput input, IReadOnlyList<BankTestResult> results, IReadOnlyList<decimal> gaps) => new(
            bank,
            input.Month,
            input.Mode,
            input.AssessmentIn(input.Month.Year),
            results,
            WarningCatalog.Of(input, results, gaps),
            Scorecard.Of(input),
            TaxRelief.Of(input));

    /// <summary>Growth gaps of the banks of one type, of all banks where the type has too few.</summary>
    private static List<decimal> Gaps(
        List<(Bank Bank, BankInput Input, IReadOnlyList<BankTestResult> Results)> tested,
        (Bank Bank, BankInput Input, IReadOnlyList<BankTestResult> Results) own)
    {
        List<decimal> peers = Values(tested.Where(each => each.Bank.Type == own.Bank.Type));
        return peers.Count >= own.Input.Rules.Peers.WarnBelow ? peers : Values(tested);

        static List<decimal> Values(IEnumerable<(Bank Bank, BankInput Input, IReadOnlyList<BankTestResult> Results)> banks) =>
        [
            .. banks.Select(each => each.Results.First(result => result.Rule.Id == GrowthGapTest.Id).Value.Value?.Number)
                .OfType<decimal>(),
        ];
    }
}
