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

    private static Quantity Yi(decimal yi) => Money.FromYiYuan(yi).ToQuantity();
}
