using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Which banks had anything to report, a merged bank continuing its predecessors.</summary>
internal static class BankLife
{
    /// <summary>Whether the bank, or one that merged into it, was open in the month.</summary>
    public static bool IsOpen(MasterData master, Bank bank, YearMonth month) =>
        bank.IsOpenIn(month) || master.PredecessorsOf(bank.Code).Any(each => IsOpen(master, each, month));

    /// <summary>The banks without those that another one of them continues.</summary>
    public static IReadOnlyList<Bank> WithoutContinued(MasterData master, IReadOnlyList<Bank> banks)
    {
        HashSet<string> codes = [.. banks.Select(bank => bank.Code)];
        return [.. banks.Where(bank => !IsContinued(master, bank, codes))];
    }

    private static bool IsContinued(MasterData master, Bank bank, HashSet<string> codes)
    {
        for (Bank? at = bank.Successor is { } first ? master.FindBank(first) : null;
            at is not null;
            at = at.Successor is { } next ? master.FindBank(next) : null)
        {
            if (codes.Contains(at.Code))
            {
                return true;
            }
        }

        return false;
    }
}
