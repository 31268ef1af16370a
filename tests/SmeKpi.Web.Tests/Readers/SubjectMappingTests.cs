using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class SubjectMappingTests
{
    private static readonly Subject s_bank = new(SampleViews.City, "DEMO01");

    [Fact]
    public void Row_AmountInJanuary_CountsFromTheNewYear() =>
        Assert.Equal(Yi(7m), Row("M01.1", new YearMonth(2025, 1), Yi(7m), Yi(100m)).Change);

    [Fact]
    public void Row_AmountLaterInTheYear_CountsFromLastMonth() =>
        Assert.Equal(Yi(-3m), Row("M01.1", new YearMonth(2025, 2), Yi(7m), Yi(10m)).Change);

    [Fact]
    public void Row_RateDropInJanuary_CannotBeComparedWithLastYear() => Assert.Null(Row(
        "M08.1", new YearMonth(2025, 1), new Quantity(5m, Unit.BasisPoints), new Quantity(30m, Unit.BasisPoints)).Change);

    [Fact]
    public void Row_LastMonthMissing_HasNoChange() =>
        Assert.Null(Row("M01.1", new YearMonth(2025, 2), Yi(7m), null).Change);

    [Fact]
    public void Row_Amount_HasItsShareOfTheWhole() =>
        Assert.Equal(new Quantity(7m, Unit.Percent), Row("M01.1", new YearMonth(2025, 2), Yi(7m), null).Share);

    [Fact]
    public void Movers_FewRows_StandInOneListOnly()
    {
        SubjectRow[] rows = [Moved("a", 1m), Moved("b", 5m), Moved("c", -2m), Moved("d", 3m), Moved("e", null)];

        (IReadOnlyList<SubjectRow> most, IReadOnlyList<SubjectRow> least) = SubjectMapping.Movers(rows);

        Assert.Equal(["b", "d", "a"], most.Select(row => row.Code));
        Assert.Equal(["c"], least.Select(row => row.Code));
    }

    private static SubjectRow Row(string id, YearMonth month, Quantity actual, Quantity? before)
    {
        ViewData data = SampleViews.Data(month) with
        {
            Readings = new ReadingIndex([Reading(id, month, actual), Reading(id, month.AddMonths(-1), before)]),
        };
        return SubjectMapping.Row(
            data, data.Policy.Provision(id), "ruling", "DEMO01", new LocalizedText("甲", "A"), s_bank, Yi(100m));
    }

    private static KpiReading Reading(string id, YearMonth month, Quantity? actual) => new()
    {
        Id = id,
        Reading = "ruling",
        Month = month,
        Subject = s_bank,
        Actual = actual,
        Target = null,
        Standing = Standing.NoTarget,
        Completeness = new Completeness(1, 1),
        Origin = Origin.Banks,
        Synthetic = true,
    };

    private static SubjectRow Moved(string code, decimal? yi) =>
        new(code, new LocalizedText(code, code), null, null, yi is { } known ? Yi(known) : null, null, null);

    private static Quantity Yi(decimal yi) => Money.FromYiYuan(yi).ToQuantity();
}
