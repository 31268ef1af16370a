using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmeKpi.Core.Auditing;

/// <summary>
/// The chain that makes a changed, deleted, inserted or moved entry visible: each hash covers its entry and the hash before.
/// </summary>
public static class AuditChain
{
    /// <summary>What the first entry has as the hash before.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>Gives an event its place after the newest entry.</summary>
    /// <param name="number">The number of the new entry.</param>
    /// <param name="at">The moment; kept to the tick and the minute of the offset.</param>
    /// <param name="what">The event.</param>
    /// <param name="previousHash">The hash of entry <paramref name="number"/> - 1.</param>
    public static AuditEntry Append(long number, DateTimeOffset at, AuditEvent what, string previousHash) =>
        new(number, at, what, previousHash, HashOf(number, at, what, previousHash));

    /// <summary>Whether the hash of an entry fits what it says. An entry that could not be read as one never does.</summary>
    public static bool IsIntact(AuditEntry entry) =>
        Enum.IsDefined(entry.Event.Result) && entry.Hash == HashOf(entry);

    /// <summary>The hash that an entry should have.</summary>
    public static string HashOf(AuditEntry entry) =>
        HashOf(entry.Number, entry.At, entry.Event, entry.PreviousHash);

    // Every field goes in with its length, so that text cannot be moved from one field to the next; null differs from empty.
    private static string HashOf(long number, DateTimeOffset at, AuditEvent what, string previousHash)
    {
        string?[] fields =
        [
            previousHash,
            number.ToString(CultureInfo.InvariantCulture),
            at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            ((int)at.Offset.TotalMinutes).ToString(CultureInfo.InvariantCulture),
            what.Actor, what.Role, what.Address, what.Action, what.Target, what.Result.ToString(), what.Detail,
        ];
        StringBuilder text = new();
        foreach (string? field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:").Append(field).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
