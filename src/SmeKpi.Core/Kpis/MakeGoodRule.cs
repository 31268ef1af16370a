using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Kpis;

/// <summary>补上即转黄: for how many months a target that was behind and has caught up keeps an amber mark.</summary>
/// <param name="AmberMonths">Judged months at or above the pace, the first one included; 1 or more.</param>
/// <remarks>Kept in seed-data/standing/make-good.yaml. It marks, it never changes a standing.</remarks>
public sealed record MakeGoodRule(int AmberMonths)
{
    public const string FileName = "make-good.yaml";

    /// <summary>The month of recovery alone.</summary>
    public static MakeGoodRule OneMonth { get; } = new(1);

    /// <exception cref="DataFileException">The file is missing, has another key, or a number outside 1 to 12.</exception>
    public static MakeGoodRule Load(string directory)
    {
        YamlMap root = StrictYaml.Read(Path.Combine(directory, FileName)).Only("amber-months", "decided-on", "decided-by");
        _ = root.Text("decided-on").ToDate();
        _ = root.Localized("decided-by");
        YamlText months = root.Text("amber-months");
        return months.ToInteger() is >= 1 and <= 12
            ? new MakeGoodRule(months.ToInteger())
            : throw months.Wrong("a whole number from 1 to 12");
    }
}
