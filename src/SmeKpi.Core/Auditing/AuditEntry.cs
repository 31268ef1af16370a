namespace SmeKpi.Core.Auditing;

/// <summary>An event with its place in the chain.</summary>
/// <param name="Number">Counts from 1 without gaps.</param>
/// <param name="At">The moment with the offset of the zone that the program ran in.</param>
/// <param name="PreviousHash">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over everything else of the entry, in lower-case hexadecimal digits.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, AuditEvent Event, string PreviousHash, string Hash);
