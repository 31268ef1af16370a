using System.Globalization;
using System.Text.Json;
using SmeKpi.SampleData;

namespace SmeKpi.Web.Tests.Api;

/// <summary>From a reading down to the cells it came from, and into the file itself.</summary>
[Collection(ApiTests.Name)]
public sealed class LineageTests(ApiServer server)
{
    [Theory]
    [InlineData("M01.1", "ruling", "published")]
    [InlineData("M01.3", "ruling", "banks")]
    [InlineData("M08.1", "ruling", "banks")]
    [InlineData("M10.1", "ruling", "banks")]
    public async Task Lineage_EveryFigure_IsTheSumOfItsCells(string id, string reading, string origin)
    {
        JsonElement lineage = await server.GetAsync($"/api/v1/kpis/{id}/lineage?month=2025-06&reading={reading}");

        Assert.NotEmpty(lineage.GetProperty("quote").GetString()!);
        List<JsonElement> figures = [.. lineage.GetProperty("figures").EnumerateArray()];
        Assert.Contains(figures, figure => figure.GetProperty("origin").GetString() == origin);
        Assert.All(figures, figure => Assert.Equal(
            Number(figure), figure.GetProperty("cells").EnumerateArray().Sum(Number)));
    }

    [Fact]
    public async Task Lineage_NplGapOfABank_CanBeRecomputedFromItsCells()
    {
        JsonElement lineage = await server.GetAsync("/api/v1/kpis/M10.1/lineage?month=2025-06&bank=D021");

        Dictionary<string, decimal> values = lineage.GetProperty("figures").EnumerateArray().ToDictionary(
            figure => figure.GetProperty("indicator").GetString()!,
            figure => figure.GetProperty("cells").EnumerateArray().Sum(Number));
        decimal gap = (values["loans.inclusive_mse.npl"] / values["loans.inclusive_mse.balance"])
            - (values["loans.all.npl"] / values["loans.all.balance"]);
        decimal actual = Number(lineage.GetProperty("reading").GetProperty("actual"));
        Assert.Equal(actual, gap * 100m, 15);
    }

    [Fact]
    public async Task Lineage_NetNewLoans_CanBeRecomputedWithItsCoverageAdjustment()
    {
        JsonElement lineage = await server.GetAsync("/api/v1/kpis/M01.1/lineage?month=2025-06");

        ILookup<string, JsonElement> figures = lineage.GetProperty("figures").EnumerateArray()
            .ToLookup(figure => figure.GetProperty("indicator").GetString()!);
        JsonElement adjustment = Assert.Single(figures["loans.all.coverage_adjustment"]);
        JsonElement cell = Assert.Single(adjustment.GetProperty("cells").EnumerateArray());
        Assert.Equal("demo/published/2025-04.csv", cell.GetProperty("file").GetString());
        Assert.Equal(56, cell.GetProperty("row").GetInt32());
        Assert.True(adjustment.GetProperty("complete").GetBoolean());
        List<decimal> balances = [.. figures["loans.all.balance"].Select(Number)];
        Assert.Equal(
            Number(lineage.GetProperty("reading").GetProperty("actual")), balances[1] - balances[0] - Number(cell));
    }

    [Theory]
    [InlineData("M01.2", "plain", "")]
    [InlineData("M01.2", "ruling", "loans.all.coverage_adjustment 2025-04 published")]
    [InlineData(
        "M01.3", "ruling", "loans.inclusive_mse.coverage_adjustment 2025-04 banks, loans.all.coverage_adjustment 2025-04 published")]
    public async Task Lineage_Growth_ListsTheAdjustmentsOfItsOwnReading(string id, string reading, string adjustments)
    {
        JsonElement lineage = await server.GetAsync($"/api/v1/kpis/{id}/lineage?month=2025-06&reading={reading}");

        Assert.Equal(adjustments, string.Join(", ", lineage.GetProperty("figures").EnumerateArray()
            .Where(figure => figure.GetProperty("indicator").GetString()!.EndsWith("adjustment", StringComparison.Ordinal))
            .Select(figure => string.Join(' ', Text(figure, "indicator"), Text(figure, "month"), Text(figure, "origin")))));
    }

    [Fact]
    public async Task Lineage_EveryCell_StandsInTheNamedFile()
    {
        JsonElement lineage = await server.GetAsync("/api/v1/kpis/M10.1/lineage?month=2025-06&bank=D021");

        List<JsonElement> cells =
        [
            .. lineage.GetProperty("figures").EnumerateArray()
                .SelectMany(figure => figure.GetProperty("cells").EnumerateArray()),
        ];
        Assert.NotEmpty(cells);
        Assert.Contains(cells, cell => cell.GetProperty("file").GetString() == "demo/corrections/2025-06-D021.csv");
        Assert.All(cells, cell =>
        {
            string line = File.ReadAllLines(Path.Combine(SeedData.Folder, cell.GetProperty("file").GetString()!))
                [cell.GetProperty("row").GetInt32() - 1];
            string[] fields = line.Split(',');
            Assert.Equal(cell.GetProperty("bank").GetString(), fields[1]);
            Assert.Equal(
                Number(cell),
                decimal.Parse(fields[cell.GetProperty("column").GetInt32() - 1], CultureInfo.InvariantCulture) * 10_000m);
        });
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static decimal Number(JsonElement element) =>
        decimal.Parse(element.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
}
