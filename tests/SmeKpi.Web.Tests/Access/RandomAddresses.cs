using System.Globalization;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Addresses that a curious bank might try: ids, codes and parameters changed at random, from a fixed seed.</summary>
internal sealed class RandomAddresses(int seed, IReadOnlyList<string> banks, int imports)
{
    private static readonly string[] s_targets = ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"];
    private static readonly string[] s_readings = ["ruling", "all", "rmb", "adjusted", "since-year-start", "plain", "pboc", "same-months"];
    private static readonly string[] s_indicators =
        ["loans.all.balance", "loans.all.npl", "loans.inclusive_mse.balance", "loans.corporate.interest", "deposits.all.balance", "lpr.1y"];

    // Two only: every other one is another state of the whole city to be read.
    private static readonly string[] s_moments = ["2025-07-10", "2026-01-10"];

    private static readonly string[] s_returns = ["monthly-loans", "inclusive-mse", "corporate-rates", "none"];

    private static readonly string[] s_regions =
        ["320900", "320902", "320903", "320904", "320921", "320971", "320972", "320981", "320000", "100000", "999999"];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(20) switch
    {
        0 => $"/?{View()}",
        1 or 2 => $"/targets/{Of(s_targets)}?{View()}",
        3 => $"/charts/{Of(s_targets)}.svg?{View()}",
        4 => $"/imports/{Number(imports + 5)}",
        5 => $"/imports/refused/{Number(5)}",
        6 => $"/imports?page={Number(100)}",
        7 => $"/api/v1/submissions/{(_random.Next(4) == 0 ? "refused-" : "")}{Number(imports + 5)}{(_random.Next(2) == 0 ? "/findings" : "")}",
        8 or 9 => $"/api/v1/kpis?month={Month()}&bank={Bank()}&reading={Of(s_readings)}&{View()}",
        10 => $"/api/v1/kpis/{Of(s_targets)}/series?from={Month()}&bank={Bank()}&{View()}",
        11 => $"/api/v1/kpis/{Of(s_targets)}/lineage?month={Month()}&bank={Bank()}&{View()}",
        12 => $"/api/v1/observations?indicator={Of(s_indicators)}&bank={Bank()}&from={Month()}&{View()}",
        13 => $"/calendar?return={Of(s_returns)}&{View()}",
        14 when _random.Next(2) == 0 => $"/{(_random.Next(2) == 0 ? "explore" : "api/v1/explore.csv")}?indicator={Of(s_indicators)}&bank={(_random.Next(2) == 0 ? "all" : Bank())}&rows=bank&area={(_random.Next(2) == 0 ? "counties" : "320900")}&columns=month,area&to={Month()}&{View()}",
        14 => $"/revisions?indicator={Of(s_indicators)}&bank={Bank()}&to={Month()}&{View()}",
        15 => $"/changes?since={Of(s_moments)}&kind={(_random.Next(2) == 0 ? "new" : "revised")}&{View()}",
        16 => $"/scopes?indicator={Of(s_indicators)}&{View()}",
        17 => $"/filings?bank={Bank()}&month={Month()}",
        18 => $"/api/v1/submissions/filing-{Number(9)}{(_random.Next(2) == 0 ? "/findings" : "")}",
        _ => _random.Next(3) == 0 ? "/api/v1/banks" : $"/api/v1/banks/{Bank()}/tests?month={Month()}",
    };

    private string View() => string.Join('&', new[]
    {
        _random.Next(2) == 0 ? $"region={Of(s_regions)}" : "",
        _random.Next(8) == 0 ? $"asOf={_random.Next(2025, 2027)}-{_random.Next(1, 13):00}-15" : "",
    }.Where(part => part.Length > 0));

    private string Month() => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(2024, 2027)}-{_random.Next(1, 13):00}");

    private string Bank() => _random.Next(5) switch
    {
        0 => "all",
        1 => "",
        2 => "D999",
        _ => Of(banks),
    };

    private string Number(int most) => _random.Next(1, most + 1).ToString(CultureInfo.InvariantCulture);

    private string Of(IReadOnlyList<string> words) => words[_random.Next(words.Count)];
}
