using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>The fictional banks: forty from <c>roster.csv</c>, further ones by number.</summary>
internal static class DemoRoster
{
    /// <remarks>When the cut falls between merging banks and their successor, they do not merge.</remarks>
    public static IReadOnlyList<DemoBank> Take(int count)
    {
        List<DemoBank> banks = [.. DemoText.Lines("roster.csv").Select(Read).Take(count)];
        while (banks.Count < count)
        {
            banks.Add(Extra(banks.Count + 1));
        }

        var codes = banks.Select(bank => bank.Code).ToHashSet(StringComparer.Ordinal);
        return [.. banks.Select(bank => bank.Successor is { } successor && !codes.Contains(successor)
            ? bank with { Closed = null, Successor = null }
            : bank)];
    }

    private static DemoBank Read(string line)
    {
        string[] cells = line.Split(',');
        return new DemoBank
        {
            Code = cells[0],
            NameZh = cells[1],
            NameEn = cells[2],
            Type = cells[3],
            LocallyIncorporated = cells[4],
            Opened = cells[5].Length > 0 ? YearMonth.Parse(cells[5]) : null,
            Closed = cells[6].Length > 0 ? YearMonth.Parse(cells[6]) : null,
            Successor = cells[7].Length > 0 ? cells[7] : null,
            Aliases = cells[8],
            Share = Number(cells[9]),
            Growth = Number(cells[10]),
            Areas = Areas(cells[11]),
            Inclusive = Number(cells[12]),
            Drift = Number(cells[13]),
            Npl = Number(cells[14]),
            Gap = Number(cells[15]),
            ForeignCurrency = Number(cells[16]),
            Rate = Number(cells[17]),
        };
    }

    private static decimal[] Areas(string text) => text == "all"
        ? [.. DemoAreas.All.Select(area => area.Weight)]
        : text.Split(' ').Select(part => part.Split(':')).Aggregate(
            new decimal[DemoAreas.Count],
            (weights, part) =>
            {
                weights[DemoAreas.IndexOf(part[0])] = Number(part[1]);
                return weights;
            });

    private static DemoBank Extra(int number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        decimal[] areas = new decimal[DemoAreas.Count];
        areas[number % DemoAreas.Count] = 3m;
        areas[number * 7 % DemoAreas.Count] += 1m;
        return new DemoBank
        {
            Code = "D" + number.ToString("000", CultureInfo.InvariantCulture),
            NameZh = DemoText.Word("extra-name-zh").Replace("{0}", text, StringComparison.Ordinal),
            NameEn = DemoText.Word("extra-name-en").Replace("{0}", text, StringComparison.Ordinal),
            Type = number % 2 == 0 ? "village" : "joint-stock",
            LocallyIncorporated = number % 2 == 0 ? "true" : "false",
            Aliases = "",
            Share = 1m + (number % 5 * 0.4m),
            Growth = (number % 7) - 3m,
            Areas = areas,
            Inclusive = number % 2 == 0 ? 600m : 180m,
            Drift = (number % 4) - 1m,
            Npl = 12m,
            Gap = 3m + (number % 6),
            ForeignCurrency = number % 2 == 0 ? 0m : 15m,
            Rate = number % 2 == 0 ? 95m : 6m,
        };
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
