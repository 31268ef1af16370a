using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>Reads a question from the parts of an address and writes it back.</summary>
/// <remarks>
/// A part may stand several times, as a form of the browser sends it, or once with commas. What cannot be understood is
/// left at its default and named; what is left out is the default.
/// </remarks>
public static class ExplorationAddress
{
    /// <summary>The names of all parts, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "indicator", "scope", "bank", "area", "from", "to", "rows", "columns", "measure", "above", "below", "missing", "sort",
    ];

    /// <param name="given">The values of each part; parts of other names are left alone.</param>
    public static (Exploration Question, IReadOnlyList<ExplorationFault> Faults) Read(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        ExplorationReading read = new(given);
        Exploration plain = new();
        IReadOnlyList<string> areas = read.List("area");
        Exploration question = new()
        {
            Indicators = read.List("indicator") is { Count: > 0 } indicators ? indicators : plain.Indicators,
            Scopes = read.List("scope"),
            Banks = read.Banks(),
            EveryCounty = areas.Contains(Counties),
            Areas = areas.Contains(Counties) ? [] : areas,
            From = read.Month("from"),
            To = read.Month("to"),
            Rows = read.Words("rows", ExplorationWords.Axes) is { Count: > 0 } rows ? rows : plain.Rows,
            Columns = read.Has("columns") ? read.Words("columns", ExplorationWords.Axes, none: None) : plain.Columns,
            Measure = read.Words("measure", ExplorationWords.Measures) is [var measure, ..] ? measure : default,
            Above = read.Number("above"),
            Below = read.Number("below"),
            MissingOnly = read.Yes("missing"),
            Sort = read.Sort(),
        };
        return (question, read.Faults);
    }

    /// <summary>The shortest address that reads back as the same question.</summary>
    /// <returns>The query part with its question mark; empty for the question nobody changed.</returns>
    public static string Write(Exploration question)
    {
        Exploration plain = new();
        List<string> parts = [];
        Add("indicator", question.Indicators.SequenceEqual(plain.Indicators) ? [] : question.Indicators);
        Add("scope", question.Scopes);
        Add("bank", BankWords(question.Banks));
        Add("area", question.EveryCounty ? [Counties] : question.Areas);
        Add("from", question.From is { } from ? [from.ToString()] : []);
        Add("to", question.To is { } to ? [to.ToString()] : []);
        Add("rows", question.Rows.SequenceEqual(plain.Rows) ? [] : question.Rows.Select(ExplorationWords.Of));
        Add("columns", question.Columns.SequenceEqual(plain.Columns) ? []
            : question.Columns.Count == 0 ? [None]
            : question.Columns.Select(ExplorationWords.Of));
        Add("measure", question.Measure == default ? [] : [ExplorationWords.Of(question.Measure)]);
        Add("above", Number(question.Above));
        Add("below", Number(question.Below));
        Add("missing", question.MissingOnly ? ["yes"] : []);
        Add("sort", question.Sort is { } sort ? [Mark(sort) + sort.Column] : []);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, IEnumerable<string> values)
        {
            string text = string.Join(',', values.Select(Uri.EscapeDataString));
            if (text.Length > 0)
            {
                parts.Add($"{name}={text}");
            }
        }
    }

    // A column may itself begin with a sign: "-" is a scope.
    private static string Mark(ExplorationSort sort) =>
        sort.Descending ? "-" : sort.Column is ['-' or '+', ..] ? "+" : "";

    internal const string Total = "total";
    internal const string All = "all";
    internal const string OfType = "type:";
    internal const string Counties = "counties";
    internal const string None = "none";

    private static IEnumerable<string> BankWords(BankChoice banks) => banks.Kind switch
    {
        BankChoiceKind.All => [All],
        BankChoiceKind.Types => banks.Types.Select(type => OfType + ExplorationWords.Of(type)),
        BankChoiceKind.Codes => banks.Codes,
        _ => [],
    };

    private static IEnumerable<string> Number(decimal? number) =>
        number is { } known ? [known.ToString(CultureInfo.InvariantCulture)] : [];
}

/// <summary>The parts of one address while they are read.</summary>
internal sealed class ExplorationReading(IReadOnlyDictionary<string, IReadOnlyList<string>> given)
{
    private const int FirstYear = 1950;
    private const int LastYear = 2150;

    public List<ExplorationFault> Faults { get; } = [];

    public bool Has(string name) => List(name).Count > 0;

    public IReadOnlyList<string> List(string name) =>
    [
        .. (given.GetValueOrDefault(name) ?? []).SelectMany(value => value.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(),
    ];

    public BankChoice Banks()
    {
        IReadOnlyList<string> words = List("bank");
        if (words.FirstOrDefault(word => word is ExplorationAddress.Total or ExplorationAddress.All) is { } whole)
        {
            PassOver(words.Where(word => word != whole), whole);
            return whole == ExplorationAddress.Total ? BankChoice.Total : BankChoice.All;
        }

        if (words.Any(IsType))
        {
            PassOver(words.Where(word => !IsType(word)), ExplorationAddress.OfType);
            return BankChoice.OfTypes(OneOf(
                "bank", words.Where(IsType).Select(type => type[ExplorationAddress.OfType.Length..]), ExplorationWords.BankTypes));
        }

        return words.Count == 0 ? BankChoice.Total : BankChoice.Of(words);

        static bool IsType(string word) => word.StartsWith(ExplorationAddress.OfType, StringComparison.Ordinal);

        void PassOver(IEnumerable<string> others, string beside) =>
            Faults.AddRange(others.Select(other => new ExplorationFault("bank", other, ExplorationFaultKind.Beside, beside)));
    }

    public YearMonth? Month(string name)
    {
        if (List(name) is not [.., var text])
        {
            return null;
        }

        // A year of base months lies before the first, so the calendar's own ends are out of reach.
        if (YearMonth.TryParse(text, out YearMonth month) && month.Year is >= FirstYear and <= LastYear)
        {
            return month;
        }

        Faults.Add(new ExplorationFault(name, text, ExplorationFaultKind.Month, $"{FirstYear}-01 .. {LastYear}-12"));
        return null;
    }

    public IReadOnlyList<T> Words<T>(string name, IReadOnlyDictionary<string, T> words, string? none = null) =>
        OneOf(name, List(name).Where(word => word != none), words);

    public decimal? Number(string name)
    {
        if (List(name) is not { Count: > 0 } parts)
        {
            return null;
        }

        string text = string.Join(',', parts);
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number))
        {
            return number;
        }

        Faults.Add(new ExplorationFault(name, text, ExplorationFaultKind.Number, "1234.5"));
        return null;
    }

    public bool Yes(string name)
    {
        if (List(name) is not [.., var text])
        {
            return false;
        }

        if (text is not ("yes" or "no"))
        {
            Faults.Add(new ExplorationFault(name, text, ExplorationFaultKind.Unknown, "yes | no"));
        }

        return text == "yes";
    }

    /// <summary>A column; descending with "-" before it, which "+" before it takes away.</summary>
    public ExplorationSort? Sort() => List("sort") is not [.., var text] || text is "-" or "+" ? null
        : text[0] == '-' ? new ExplorationSort(text[1..], Descending: true)
        : new ExplorationSort(text[0] == '+' ? text[1..] : text, Descending: false);

    private List<T> OneOf<T>(string name, IEnumerable<string> found, IReadOnlyDictionary<string, T> words)
    {
        List<T> known = [];
        foreach (string word in found)
        {
            if (words.TryGetValue(word, out T? value))
            {
                known.Add(value);
            }
            else
            {
                Faults.Add(new ExplorationFault(name, word, ExplorationFaultKind.Unknown, string.Join(" | ", words.Keys)));
            }
        }

        return known;
    }
}
