using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Validation;

/// <summary>Small files and contexts for the tests of rules. Two fictional banks, the city and one district.</summary>
internal static class Check
{
    public const string Loans = IndicatorCodes.LoansAll + ",rmb_fx";

    public static MasterData Master { get; } = new(
        [
            Bank("B1", null, null),
            Bank("B2", YearMonth.Parse("2020-03"), YearMonth.Parse("2025-06")),
        ],
        [
            new Region("100000", new("全国", "Nation"), null, RegionKind.Nation),
            new Region("320900", new("盐城市", "Yancheng"), null, RegionKind.City),
            new Region("320902", new("亭湖区", "Tinghu"), "320900", RegionKind.County),
        ]);

    /// <summary>The rules as the shipped catalogue sets them.</summary>
    public static RuleBook Book { get; } = RuleBook.Load(Path.Combine(SeedData.Folder, "rules"));

    public static T Rule<T>() where T : IRule => Book.All.OfType<T>().Single();

    /// <summary>Stored loans of B1 in 320902, in 亿元, by month.</summary>
    public static CheckContext Stored(params IReadOnlyList<(string Month, decimal Yi)> months)
    {
        StatisticsSnapshot stored = new();
        foreach ((string month, decimal yi) in months)
        {
            stored.Set(
                new SeriesKey(IndicatorCodes.LoansAll, "rmb_fx", "B1", "320902"),
                YearMonth.Parse(month),
                new KnownValue(Money.FromYiYuan(yi).ToQuantity(), Synthetic: true, ObservationId: 1));
        }

        return new CheckContext(Master, stored, Sample.Indicators);
    }

    /// <summary>A row of B1 in 320902, in 亿元, to the fen.</summary>
    public static string Row(string month, decimal yi, string series = Loans) =>
        string.Create(CultureInfo.InvariantCulture, $"{month},B1,320902,{series},{yi:0.0000000000},亿元");

    public static int Count(IRule rule, CheckContext context, params IReadOnlyList<string> rows) =>
        Findings(rule, context, rows).Count;

    public static List<Finding> Findings(IRule rule, CheckContext context, params IReadOnlyList<string> rows)
    {
        ParsedFile file = Sample.Parse("return.csv", TidyReturns.With(rows));
        Assert.Empty(file.Findings);
        List<Finding> findings = [.. rule.Check(file, context)];
        Assert.All(findings, finding => Assert.Equal(rule.Number, finding.Rule));
        return findings;
    }

    public static Bank Bank(string code, YearMonth? opened, YearMonth? closed, string? successor = null) => new(
        code, new("虚构银行", "Fictional Bank"), BankType.City, true, opened, closed, successor, []);
}
