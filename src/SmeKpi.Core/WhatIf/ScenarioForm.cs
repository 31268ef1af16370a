using System.Globalization;
using SmeKpi.Core.Attribution;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>Scenarios as addresses and stored proposals write them: names and values.</summary>
public sealed class ScenarioForm
{
    public const string LprCut = "lprCut";
    public const string PassThrough = "passThrough";
    public const string Bank = "bank";
    public const string Shortfall = "short";
    public const string Coverage = "coverage";
    public const string CoverageMonth = "coverageMonth";
    public const string DebtSwap = "swap";
    public const string DebtSwapMonth = "swapMonth";
    public const string Path = "path";
    public const string By = "by";
    public const string In = "in";

    /// <summary>Stands before the code of a bank or area.</summary>
    public const string Part = "part-";

    private const decimal MostYi = 100_000m;
    private const decimal MostBasisPoints = 500m;
    private const decimal MostPercent = 1_000m;

    private static readonly Dictionary<string, AttributedBy> s_by = new() { ["bank"] = AttributedBy.Bank, ["county"] = AttributedBy.County };
    private static readonly Dictionary<string, YearEndPath> s_paths = new() { ["plan"] = YearEndPath.Plan, ["pace"] = YearEndPath.Pace };
    private static readonly Dictionary<string, bool> s_units = new() { ["yi"] = false, ["percent"] = true };

    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly YearMonth _month;
    private readonly List<ScenarioFault> _faults = [];

    private ScenarioForm(IReadOnlyDictionary<string, string> given, YearMonth month)
    {
        _given = given;
        _month = month;
    }

    /// <summary>Reads what was chosen; empty choices are none, unknown names are left alone.</summary>
    /// <param name="given">Names and values.</param>
    /// <param name="month">The month whose figures are changed.</param>
    /// <param name="master">The banks and areas that may be named.</param>
    /// <returns>The scenario without what is wrong, and what is wrong with it.</returns>
    public static (Scenario Scenario, IReadOnlyList<ScenarioFault> Faults) Read(
        IReadOnlyDictionary<string, string> given, YearMonth month, MasterData master)
    {
        ScenarioForm form = new(given, month);
        return (form.Read(master), form._faults);
    }

    /// <summary>The names and values that read back as the same scenario; what is not chosen is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(Scenario scenario)
    {
        List<KeyValuePair<string, string?>> all =
        [
            new(Path, scenario.Path == YearEndPath.Plan ? null : Word(s_paths, scenario.Path)),
            new(LprCut, Plain(scenario.LprCut?.Number)),
            new(PassThrough, Plain(scenario.PassThrough?.Fraction * 100m)),
            new(Bank, scenario.ShortBank),
            new(Shortfall, Yi(scenario.Shortfall)),
            new(Coverage, Yi(scenario.Coverage)),
            new(CoverageMonth, scenario.CoverageMonth?.ToString()),
            new(DebtSwap, Yi(scenario.DebtSwap)),
            new(DebtSwapMonth, scenario.DebtSwapMonth?.ToString()),
        ];
        if (scenario.Distribution is { } split)
        {
            all.Add(new(By, Word(s_by, split.By)));
            all.Add(new(In, split.Shares is null ? null : "percent"));
            all.AddRange((split.Shares ?? split.Parts?.ToDictionary(part => part.Key, part => part.Value.Yuan / 100_000_000m) ?? [])
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => new KeyValuePair<string, string?>(Part + part.Key, Plain(part.Value))));
        }

        return [.. all.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Key, each.Value!))];
    }

    private Scenario Read(MasterData master)
    {
        Money? shortfall = Amount(Shortfall, least: 0m);
        string? bank = Known(Bank, code => master.FindBank(code)?.IsOpenIn(_month) == true);
        if ((shortfall is null) != (bank is null) && !_faults.Exists(fault => fault.Key is Bank or Shortfall))
        {
            _faults.Add(new(bank is null ? Bank : Shortfall, string.Empty, ScenarioFaultKind.Alone, bank is null ? Shortfall : Bank));
        }

        Distribution? split = ReadDistribution(master);
        YearEndPath path = OneOf(Path, s_paths) ?? YearEndPath.Plan;
        if (path == YearEndPath.Pace && split is not null)
        {
            _faults.Add(new(Path, "pace", ScenarioFaultKind.Word, "plan"));
        }

        return new Scenario
        {
            Path = split is null ? path : YearEndPath.Plan,
            LprCut = Number(LprCut, -MostBasisPoints, MostBasisPoints) is { } cut and not 0m ? BasisPoints.FromBasisPoints(cut) : null,
            PassThrough = Number(PassThrough, 0m, MostPercent) is { } share ? Percentage.FromPercent(share) : null,
            ShortBank = shortfall is null ? null : bank,
            Shortfall = bank is null ? null : shortfall,
            Coverage = Amount(Coverage, -MostYi),
            CoverageMonth = MonthOf(CoverageMonth),
            DebtSwap = Amount(DebtSwap, least: 0m),
            DebtSwapMonth = MonthOf(DebtSwapMonth),
            Distribution = split,
        };
    }

    private Distribution? ReadDistribution(MasterData master)
    {
        if (OneOf(By, s_by) is not { } by)
        {
            return null;
        }

        bool inPercent = OneOf(In, s_units) ?? false;
        Dictionary<string, decimal> parts = [];
        foreach (string key in _given.Keys.Where(key => key.StartsWith(Part, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            string code = key[Part.Length..];
            bool known = by == AttributedBy.Bank
                ? master.FindBank(code)?.IsOpenIn(_month) == true
                : master.FindRegion(code) is { Kind: RegionKind.County or RegionKind.Zone };
            if (known && Number(key, 0m, inPercent ? 100m : MostYi) is { } number)
            {
                parts.Add(code, number);
            }
        }

        return parts.Count == 0 ? new Distribution(by, null, null)
            : inPercent ? new Distribution(by, null, parts)
            : new Distribution(by, parts.ToDictionary(part => part.Key, part => Money.FromYiYuan(part.Value)), null);
    }

    private Money? Amount(string key, decimal least) =>
        Number(key, least, MostYi) is { } yi and not 0m ? Money.FromYiYuan(yi) : null;

    private decimal? Number(string key, decimal least, decimal most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Form, CultureInfo.InvariantCulture, out decimal number) && number >= least && number <= most)
        {
            return number;
        }

        _faults.Add(new(key, text, ScenarioFaultKind.Number, string.Create(CultureInfo.InvariantCulture, $"{least} … {most}")));
        return null;
    }

    private YearMonth? MonthOf(string key)
    {
        YearMonth december = new(_month.Year, 12);
        if (Text(key) is not { } text || (YearMonth.TryParse(text, out YearMonth month)
            && month >= _month.StartOfYear && month <= december))
        {
            return Text(key) is { } good ? YearMonth.Parse(good) : null;
        }

        _faults.Add(new(key, text, ScenarioFaultKind.Month, $"{_month.StartOfYear} … {december}"));
        return null;
    }

    private string? Known(string key, Func<string, bool> isKnown)
    {
        if (Text(key) is not { } text || isKnown(text))
        {
            return Text(key);
        }

        _faults.Add(new(key, text, ScenarioFaultKind.Bank, _month.ToString()));
        return null;
    }

    private T? OneOf<T>(string key, Dictionary<string, T> words)
        where T : struct
    {
        if (Text(key) is not { } text || words.ContainsKey(text))
        {
            return Text(key) is { } good ? words[good] : null;
        }

        _faults.Add(new(key, text, ScenarioFaultKind.Word, string.Join(" | ", words.Keys)));
        return null;
    }

    private string? Text(string key) =>
        _given.TryGetValue(key, out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string Word<T>(Dictionary<string, T> words, T value)
        where T : struct => words.First(word => word.Value.Equals(value)).Key;

    private static string? Yi(Money? amount) => Plain(amount?.Yuan / 100_000_000m);

    private static string? Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
