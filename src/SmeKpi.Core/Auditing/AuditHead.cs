using System.Globalization;

namespace SmeKpi.Core.Auditing;

/// <summary>Where a chain ends: number and hash of its newest entry, as it is noted outside the chain.</summary>
public sealed record AuditHead(long Number, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static AuditHead None { get; } = new(0, AuditChain.Beginning);

    /// <summary>Reads "number:hash" exactly as <see cref="ToString"/> writes it.</summary>
    /// <returns>Null for any other text.</returns>
    public static AuditHead? Parse(string? text)
    {
        string[] parts = text?.Split(':') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && new AuditHead(number, parts[1]) is var head
            && head.ToString() == text
                ? head
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
