namespace SmeKpi.Storage;

/// <summary>Moments as the database keeps them: UTC ticks.</summary>
internal static class Ticks
{
    public static DateTimeOffset ToMoment(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>The last moment a read may see; everything when no moment is named.</summary>
    public static long UpTo(DateTimeOffset? asOf) => asOf?.UtcTicks ?? long.MaxValue;

    public static long UtcTicks(this TimeProvider clock) => clock.GetUtcNow().UtcTicks;
}
