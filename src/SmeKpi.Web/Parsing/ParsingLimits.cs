namespace SmeKpi.Web.Parsing;

/// <summary>What reading one file may take.</summary>
/// <param name="Time">Then the process is ended.</param>
/// <param name="Memory">Bytes that the process may hold; its heap is kept to three quarters of it.</param>
/// <param name="Answer">The longest answer in bytes.</param>
internal sealed record ParsingLimits(TimeSpan Time, long Memory, long Answer)
{
    public static ParsingLimits Usual { get; } = new(TimeSpan.FromSeconds(10), 512L << 20, 256L << 20);

    public string Heap => (Memory / 4 * 3).ToString("X", System.Globalization.CultureInfo.InvariantCulture);
}
