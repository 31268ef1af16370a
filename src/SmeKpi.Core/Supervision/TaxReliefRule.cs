using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>小额贷款利息增值税免税: what the announcement asks of an institution; tax-relief.yaml.</summary>
/// <param name="From">The first month in which it holds: that of its date.</param>
/// <param name="Until">The last month in which it holds.</param>
/// <param name="Ceiling">Of the LPR: 1.5 is 150 %.</param>
/// <param name="IsVerified">False while the text has not been compared with the announcement.</param>
public sealed record TaxReliefRule(
    string Document,
    Uri Source,
    bool IsVerified,
    YearMonth From,
    YearMonth Until,
    decimal Ceiling,
    string LprIndicator,
    string LprRegion,
    IReadOnlyList<(string Id, LocalizedText Text)> Methods,
    LocalizedText Choice)
{
    /// <exception cref="DataFileException">The file is missing or wrong; the message names file, line, value and form.</exception>
    public static TaxReliefRule Load(string file)
    {
        YamlMap root = StrictYaml.Read(file)
            .Only("document", "source", "status", "from", "until", "ceiling", "lpr", "methods", "choice");
        YamlMap lpr = root.Map("lpr").Only("indicator", "region");
        YamlText ceiling = root.Text("ceiling");
        YearMonth from = root.Text("from").ToMonth();
        YamlText until = root.Text("until");
        return new TaxReliefRule(
            root.Text("document").Value,
            SupervisionText.Address(root.Text("source")),
            root.Text("status").OneOf(SupervisionText.Verified),
            from,
            until.ToMonth() >= from ? until.ToMonth() : throw until.Wrong("a month not before from"),
            ceiling.ToDecimal() is >= 100m and <= 1000m and var percent
                ? percent / 100m
                : throw ceiling.Wrong("hundredths of the LPR from 100 to 1000"),
            lpr.Text("indicator").Value,
            lpr.Text("region").Value,
            [.. root.Maps("methods").Select(row => (row.Only("id", "text").Text("id").Value, row.Localized("text")))],
            root.Localized("choice"));
    }
}
