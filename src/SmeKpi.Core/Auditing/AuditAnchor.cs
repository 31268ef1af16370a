namespace SmeKpi.Core.Auditing;

/// <summary>Where the chain ended on a day (锚点), written down outside the database in a chain of its own.</summary>
/// <param name="Day">The day in the zone that the program ran in.</param>
/// <param name="Number">The newest entry at that moment.</param>
/// <param name="Hash">The hash of that entry.</param>
/// <param name="At">When the anchor was written.</param>
/// <param name="Previous">The <see cref="Line"/> of the anchor before; 64 zeros for the first.</param>
/// <param name="Line">SHA-256 over everything else of the anchor, in lower-case hexadecimal digits.</param>
public sealed record AuditAnchor(DateOnly Day, long Number, string Hash, DateTimeOffset At, string Previous, string Line);
