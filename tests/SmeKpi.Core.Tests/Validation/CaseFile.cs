using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Validation;

/// <summary>Makes a file and its context out of the text of a case; Cases/README.txt says how to write one.</summary>
internal sealed class CaseFile
{
    private const decimal Yi = 100_000_000m;
    private const decimal WanWithTwoDecimals = 100m;

    private static readonly IndicatorCatalog s_indicators = IndicatorCatalog.LoadFrom(SeedData.Folder);
    private static readonly Dictionary<string, (string Code, string Scope)> s_series = new(StringComparer.Ordinal)
    {
        ["loans"] = ("loans.all.balance", "rmb_fx"),
        ["rmb"] = ("loans.all.balance", "rmb"),
        ["npl"] = ("loans.all.npl", "rmb_fx"),
        ["deposits"] = ("deposits.all.balance", "rmb_fx"),
        ["mse"] = ("loans.mse.balance", "rmb_fx"),
        ["incl"] = ("loans.inclusive_mse.balance", "nfra"),
        ["pboc"] = ("loans.inclusive_mse.balance", "pboc"),
        ["inpl"] = ("loans.inclusive_mse.npl", "nfra"),
        ["borrowers"] = ("loans.inclusive_mse.borrowers", "nfra"),
        ["granted"] = ("loans.inclusive_mse.granted_ytd", "nfra"),
        ["interest"] = ("loans.inclusive_mse.interest_ytd", "nfra"),
        ["cgranted"] = ("loans.corporate.granted", "-"),
        ["cinterest"] = ("loans.corporate.interest", "-"),
        ["credit"] = ("loans.credit.balance", "rmb_fx"),
        ["mlt"] = ("loans.medium_long_term.balance", "rmb_fx"),
        ["manufacturing"] = ("loans.manufacturing_mlt.balance", "rmb_fx"),
        ["green"] = ("loans.green.balance", "rmb_fx"),
        ["agri"] = ("loans.agriculture.balance", "rmb_fx"),
        ["firsts"] = ("loans.first_time.borrowers_ytd", "-"),
        ["fgranted"] = ("loans.first_time.granted_ytd", "-"),
        ["renewed"] = ("loans.renewed_without_repayment", "-"),
        ["due"] = ("loans.mse.due", "-"),
        ["off"] = ("loans.all.written_off", "rmb_fx"),
        ["adjust"] = ("loans.all.coverage_adjustment", "rmb_fx"),
        ["guarantee"] = ("guarantee.balance", "-"),
        ["guaranteed"] = ("guarantee.enterprises", "-"),
        ["subsidy"] = ("interest_subsidy.paid_ytd", "-"),
        ["s.manufacturing"] = ("interest_subsidy.manufacturing_paid_ytd", "-"),
        ["s.first"] = ("interest_subsidy.first_technology_loan_paid_ytd", "-"),
        ["s.urban"] = ("interest_subsidy.urban_renewal_paid_ytd", "-"),
        ["fee"] = ("guarantee.fee_subsidy_ytd", "-"),
        ["fee.small"] = ("guarantee.small_loan_fee_subsidy_ytd", "-"),
        ["fee.equipment"] = ("guarantee.equipment_fee_subsidy_ytd", "-"),
        ["lpr"] = ("lpr.1y", "-"),
    };

    private readonly List<Figure> _figures = [];
    private readonly StatisticsSnapshot _stored = new();
    private readonly List<FormSheet> _forms = [];
    private readonly List<FormSheet> _otherForms = [];
    private readonly List<Bank> _banks = [];
    private readonly List<Region> _regions = [];
    private string _layout = LayoutNames.TidyReturn;
    private YearMonth? _today;
    private int _row = 1;

    public CaseFile(string text)
    {
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bool isStored = part[0] == '<';
            string[] words = part.TrimStart('<').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Add(words, isStored);
        }
    }

    public static MasterData Master { get; } = new(
        [
            Check.Bank("B1", null, null),
            Check.Bank("B2", YearMonth.Parse("2020-03"), YearMonth.Parse("2025-09")),
        ],
        [
            new Region("100000", new("全国", "Nation"), null, RegionKind.Nation),
            new Region("320000", new("江苏省", "Jiangsu"), "100000", RegionKind.Province),
            new Region("320900", new("盐城市", "Yancheng"), "320000", RegionKind.City),
            new Region("320902", new("亭湖区", "Tinghu"), "320900", RegionKind.County),
            new Region("320903", new("盐都区", "Yandu"), "320900", RegionKind.County),
        ]);

    public ParsedFile File => new(_layout, _figures, _banks, _regions, [], Synthetic: true, Received: null) { Forms = _forms };

    public CheckContext Context => new(Master, _stored, s_indicators.ByCode) { OtherForms = _otherForms, Today = _today };

    private void Add(string[] words, bool isStored)
    {
        switch (words[0])
        {
            case "layout":
                _layout = words[1];
                break;
            case "today":
                _today = Month(words[1]);
                break;
            case "bank":
                string[] names = words[1].Split('>');
                _banks.Add(Check.Bank(names[0], null, null, names.ElementAtOrDefault(1)));
                break;
            case "area":
                string[] areas = words[1].Split('<');
                _regions.Add(new Region(areas[0], new("区", "Area"), areas.ElementAtOrDefault(1), RegionKind.County));
                break;
            case "S71_I" or "G01" or "G01_II" or "S63_I":
                (isStored ? _otherForms : _forms).Add(Form(words));
                break;
            default:
                AddFigures(words, isStored);
                break;
        }
    }

    private void AddFigures(string[] words, bool isStored)
    {
        string[] place = words[0].Split('@');
        string[] who = place.Length == 1 ? ["B1", "320902"] : place[1].Split('/');
        (string? bank, string region) = who.Length == 1 ? ("B1", who[0]) : (who[0] == "-" ? null : who[0], who[1]);
        YearMonth month = Month(place[0]);
        for (int at = 1; at < words.Length; at += 2)
        {
            (string code, string scope) = s_series.GetValueOrDefault(words[at], SplitCode(words[at]));
            Unit unit = s_indicators.Find(code)?.Unit ?? Unit.Yuan;
            Figure figure = Figure(new SeriesKey(code, scope, bank, region), month, words[at + 1], unit);
            if (isStored)
            {
                _stored.Set(figure.Series, month, new KnownValue(figure.Value, Synthetic: true, ObservationId: 1));
            }
            else
            {
                _figures.Add(figure);
            }
        }
    }

    private static (string Code, string Scope) SplitCode(string text)
    {
        string[] parts = text.Split(':');
        return (parts[0], parts.Length > 1 ? parts[1] : ScopeCodes.None);
    }

    private Figure Figure(SeriesKey series, YearMonth month, string text, Unit unit)
    {
        bool asWritten = text.EndsWith('~');
        decimal factor = unit == Unit.Yuan ? Yi : 1m;
        decimal? number = text == "?" ? null : decimal.Parse(text.TrimEnd('~'), CultureInfo.InvariantCulture);
        decimal written = factor * new decimal(1, 0, 0, false, number?.Scale ?? 0);
        return new Figure(
            series, month, number is null ? null : new Quantity(number.Value * factor, unit), new SourceCell("", ++_row, 6))
        {
            Step = unit != Unit.Yuan ? 0m : asWritten ? written : WanWithTwoDecimals,
        };
    }

    private FormSheet Form(string[] words)
    {
        List<FormCell> cells = [];
        foreach (string word in words.Skip(2))
        {
            string[] sides = word.Split(':', '=');
            bool isCount = words[0] == "S71_I" && sides[1][0] is 'B' or 'E';
            decimal? number = sides[2] == "?" ? null : decimal.Parse(sides[2], CultureInfo.InvariantCulture);
            Quantity? value = number is null ? null
                : isCount ? new Quantity(number.Value, Unit.Count) : new Quantity(number.Value * Yi, Unit.Yuan);
            cells.Add(new FormCell(
                sides[0], sides[1], value, isCount ? 0m : WanWithTwoDecimals, new SourceCell(words[0], ++_row, 3)));
        }

        return new FormSheet(words[0], "境内汇总", "B1", "320900", Month(words[1]), cells);
    }

    // 06 is a month of 2025, 24-06 one of another year.
    private static YearMonth Month(string text) => YearMonth.Parse(text.Length == 2 ? $"2025-{text}" : $"20{text}");
}
