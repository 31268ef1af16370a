namespace SmeKpi.Web.Parsing;

/// <summary>What reading one file may take.</summary>
/// <param name="Work">Processor time; beyond it the process is ended.</param>
/// <param name="Patience">Time on the clock, for one that does nothing: longer, because a busy machine is no fault of the file.</param>
/// <param name="Memory">Bytes that the process may hold; its heap is kept to three quarters of it.</param>
/// <param name="Answer">The longest answer in bytes.</param>
internal sealed record ParsingLimits(TimeSpan Work, TimeSpan Patience, long Memory, long Answer)
{
    public static ParsingLimits Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), 512L << 20, 256L << 20);

    public string Heap => (Memory / 4 * 3).ToString("X", System.Globalization.CultureInfo.InvariantCulture);
}
