using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Auditing;

/// <summary>A bank was reminded of a return (催报).</summary>
/// <param name="Kind">due-soon or overdue: each once for a return and month.</param>
/// <param name="Return">The code of the return.</param>
/// <param name="Detail">What the entry says besides.</param>
public sealed record Reminder(string Kind, string Bank, string Return, YearMonth Month, string Detail)
{
    internal const string Prefix = "reminder:";

    internal string Key => $"{Prefix}{Kind}:{Return}:{Month}:{Bank}";

    /// <returns>Null when a key has another form.</returns>
    internal static string? BankOf(string key) => key.Split(':', 5) is [_, _, _, _, var bank] ? bank : null;
}
