using System.Diagnostics;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>How long a reading takes, without the time that a busy machine gives to other programs.</summary>
internal readonly record struct Watch(long Started, TimeSpan Used)
{
    public static Watch Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>The time on the clock, or what the whole test run used of the processors meanwhile if that is less.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            TimeSpan clock = Stopwatch.GetElapsedTime(Started);
            TimeSpan used = Environment.CpuUsage.TotalTime - Used;
            return clock < used ? clock : used;
        }
    }
}
