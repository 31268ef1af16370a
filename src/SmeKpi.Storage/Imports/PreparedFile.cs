using System.Security.Cryptography;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;

namespace SmeKpi.Storage.Imports;

/// <summary>A file that was parsed, before it is known whether it can be stored.</summary>
internal sealed record PreparedFile(SourceFile Source, string Sha256, ParsedFile Parsed, ImportRequest Request)
{
    public bool Synthetic => Parsed.Synthetic || Request.Source?.Synthetic == true;

    public bool IsMasterData => Parsed.Figures.Count == 0 && Parsed.Banks.Count + Parsed.Regions.Count > 0;

    public int RowsRead => Parsed.Figures.Count + Parsed.Banks.Count + Parsed.Regions.Count;

    public IReadOnlyCollection<SeriesKey> Series => Parsed.BySeries.Series;

    public static string Hash(SourceFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));

    public ImportReport Report(ImportOutcome outcome) => new()
    {
        Outcome = outcome,
        FileName = Source.Name,
        Sha256 = Sha256,
        Layout = Parsed.Layout,
        RowsRead = RowsRead,
        Synthetic = Synthetic,
        Findings = Parsed.Findings,
    };
}
