using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>Small contexts and files that the tests of parsers and rules share.</summary>
internal static class Sample
{
    public static IReadOnlyDictionary<string, Indicator> Indicators { get; } = new[]
    {
        Stock(IndicatorCodes.LoansAll, Unit.Yuan, "rmb", "rmb_fx"),
        Stock(IndicatorCodes.LoansAllNpl, Unit.Yuan, "rmb", "rmb_fx"),
        Stock(IndicatorCodes.LoansInclusiveMse, Unit.Yuan, "nfra", "pboc"),
        Stock(IndicatorCodes.LoansInclusiveMseNpl, Unit.Yuan, "nfra", "pboc"),
        Stock("loans.inclusive_mse.borrowers", Unit.Count, "nfra"),
        new Indicator(
            IndicatorCodes.LoansAllCoverageAdjustment, new("调整", "adjustment"), Unit.Yuan,
            SmeKpi.Core.Statistics.ValueType.MonthFlow, ["rmb_fx"], MayBeNegative: true),
        new Indicator(
            "lpr.1y", new("LPR", "LPR"), Unit.Percent, SmeKpi.Core.Statistics.ValueType.Rate, ["-"], MayBeNegative: false),
    }.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    public static SourceContext Context { get; } = new(Indicators);

    public static StrippedWorkbook Workbook(int year) =>
        StrippedWorkbook.Read(SeedData.Read($"statistics/pboc/credit-funds-{year}.xlsx"));

    public static ParsedFile Parse(string name, byte[] content) => SourceParser.Parse(new SourceFile(name, content), Context);

    public static ParsedFile ParseText(string text) => Parse("file.csv", Encoding.UTF8.GetBytes(text));

    public static ParsedFile ParseReturn(params IReadOnlyList<string> rows) => Parse("return.csv", TidyReturns.With(rows));

    /// <summary>Rules of the findings in order.</summary>
    public static IEnumerable<string> Rules(this ParsedFile file) => file.Findings.Select(finding => finding.Rule);

    private static Indicator Stock(string code, Unit unit, params string[] scopes) =>
        new(code, new(code, code), unit, SmeKpi.Core.Statistics.ValueType.Stock, scopes, MayBeNegative: false);
}
