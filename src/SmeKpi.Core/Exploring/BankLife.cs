using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Which banks had anything to report, a merged bank continuing its predecessors.</summary>
internal static class BankLife
{
    /// <summary>Whether the bank, or one that merged into it, was open in the month.</summary>
    public static bool IsOpen(MasterData master, Bank bank, YearMonth month) =>
        master.WithPredecessors(bank.Code).Any(each => each.IsOpenIn(month));

    /// <summary>The banks without those that another one of them continues.</summary>
    public static IReadOnlyList<Bank> WithoutContinued(MasterData master, IReadOnlyList<Bank> banks)
    {
        HashSet<string> continued = [.. banks.SelectMany(bank => master.WithPredecessors(bank.Code).Skip(1)).Select(bank => bank.Code)];
        return [.. banks.Where(bank => !continued.Contains(bank.Code))];
    }
}
