using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Storage.Imports;

/// <summary>What storing a file would add, found out before anything is written.</summary>
internal sealed record ImportPlan(
    IReadOnlyList<(Figure Figure, StoredNumber Number)> Figures,
    IReadOnlyList<Bank> Banks,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Finding> Findings)
{
    public int Stored => Figures.Count + Banks.Count + Regions.Count;

    public static ImportPlan For(PreparedFile file, NewestVintages newest, MasterVersions master)
    {
        var figures = new List<(Figure, StoredNumber)>(file.Parsed.Figures.Count);
        var findings = new List<Finding>();
        foreach (Figure figure in file.Parsed.Figures)
        {
            Figure first = file.Parsed.BySeries.Find(figure.Series, figure.Month)!;
            if (!ReferenceEquals(first, figure))
            {
                AddIfDifferent(findings, first, figure);
            }
            else if (!StoredNumber.TryFrom(figure.Value, out StoredNumber number))
            {
                findings.Add(new Finding(RuleNumbers.NotStorable, figure.Cell, Text(figure.Value), Step(figure.Value)));
            }
            else if (!newest.Says(
                figure.Series, figure.Month, figure.Value, file.Synthetic, file.Request.Status))
            {
                figures.Add((figure, number));
            }
        }

        return new ImportPlan(
            figures,
            [.. file.Parsed.Banks.DistinctBy(bank => bank.Code).Where(master.Differs)],
            [.. file.Parsed.Regions.DistinctBy(region => region.Code).Where(master.Differs)],
            findings);
    }

    private static void AddIfDifferent(List<Finding> findings, Figure first, Figure second)
    {
        if (first.Value != second.Value)
        {
            findings.Add(new Finding(RuleNumbers.TwoValues, second.Cell, Text(second.Value), $"{first.Cell}: {Text(first.Value)}"));
        }
    }

    private static string Text(Quantity? value) => value?.ToString() ?? "–";

    private static string Step(Quantity? value) => value is { } quantity && StoredNumber.Step(quantity.Unit) is { } step
        ? string.Create(CultureInfo.InvariantCulture, $"n × {step} {quantity.Unit}, |n| < 2^63")
        : $"{Unit.Yuan}, {Unit.Count}, {Unit.Percent}";
}
