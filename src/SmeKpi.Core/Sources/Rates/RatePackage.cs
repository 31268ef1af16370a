namespace SmeKpi.Core.Sources.Rates;

/// <summary>One package of a rate filing (利率报备): one type of rows, or one part of them.</summary>
/// <param name="Place">The name of the XML it was read from.</param>
/// <param name="Bank">The 14-character code of the bank.</param>
/// <param name="Date">The reporting date; the filing is for its month.</param>
/// <param name="Type">The type of rows, as DWDKFK.</param>
/// <param name="Parts">How many parts the type has.</param>
/// <param name="Part">Which of them this is, from 1.</param>
/// <param name="Rows">The rows that this part says it has.</param>
/// <param name="TotalRows">The rows that all parts have.</param>
/// <param name="Archive">A zip archive with one text file.</param>
internal sealed record RatePackage(
    string Place, string Bank, DateOnly Date, string Type, int Parts, int Part, int Rows, int TotalRows,
    byte[] Archive);
