using System.Globalization;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;

namespace SmeKpi.Web.Tests.Formatting;

/// <summary>What is shown at the edges of the law never looks equal to a limit that it is not equal to.</summary>
public sealed class BoundaryFiguresTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Text_EveryCaseAtTheEdge_ShowsOnWhichSideItLies(string culture)
    {
        QuantityFormatter format = new(CultureInfo.GetCultureInfo(culture));
        string[][] cases =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Formatting", "boundary-cases.csv"))
                .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(',', 10)),
        ];

        Assert.True(cases.Length >= 60);
        Assert.All(cases, cells =>
        {
            (decimal limit, Unit unit) = cells[0] switch
            {
                "M10.1" => (3m, Unit.Points),
                "M01.2" => (15m, Unit.Percent),
                _ => (0m, Unit.Points),
            };
            Quantity value = new(decimal.Parse(cells[6], CultureInfo.InvariantCulture), unit);

            string text = format.Text(value, new Quantity(limit, unit));

            Assert.StartsWith(cells[8], text, StringComparison.Ordinal);
            Assert.Equal(value.Number == limit, text == format.Text(new Quantity(limit, unit)));
        });
    }
}
