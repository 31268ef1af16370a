using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>有余额户数不少于上年同期: borrowers of inclusive loans now minus those twelve months before.</summary>
/// <remarks>The borrowers of merged banks count in the base; who borrowed from both counts twice. Law: 银监办发〔2018〕29号.</remarks>
public static class BorrowerGapTest
{
    public const string Id = "borrower-gap";

    private const int Year = 12;

    /// <returns>A number of borrowers, negative when there are fewer; no value when either count is missing.</returns>
    public static TestValue Evaluate(BankInput input)
    {
        ResolvedFigure now = input.Figure(IndicatorCodes.LoansInclusiveMseBorrowers, input.Month);
        ResolvedFigure before = input.Figure(IndicatorCodes.LoansInclusiveMseBorrowers, input.Month.AddMonths(-Year));
        return new TestValue(
            now.Number is { } many && before.Number is { } earlier ? new Quantity(many - earlier, Unit.Count) : null,
            [before, now]);
    }
}
