using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>One member of an axis.</summary>
/// <param name="Code">As addresses say it: a code, a type of banks, a month; empty for the total instead of banks.</param>
/// <param name="Name">Null where the code says all: months and types of banks.</param>
public sealed record ExplorationMember(ExplorationAxis Axis, string Code, LocalizedText? Name);

/// <summary>What a question asks for, with every member by name: what it costs and whether it can be answered.</summary>
/// <remarks>A bank whose successor was chosen, too, is not counted beside it: the successor's figures continue its own.</remarks>
public sealed class ExplorationFrame
{
    /// <summary>Questions for more cells are refused.</summary>
    public const int MostCells = 100_000;

    // What is added up for the cells: values of banks and areas, and the sheets that hold them.
    private const long MostValues = 3_000_000;
    private const long MostSheets = 5_000;

    private const int MonthsBefore = 12;

    private readonly List<ExplorationFault> _faults = [];
    private readonly IndicatorCatalog _catalog;

    /// <param name="master">The banks and areas that whoever asks may see.</param>
    /// <param name="city">The code of the city.</param>
    /// <param name="newest">The month at which questions without a last month end.</param>
    public ExplorationFrame(
        Exploration question, IndicatorCatalog catalog, MasterData master, string city, YearMonth newest)
    {
        _catalog = catalog;
        Question = question;
        Master = master;
        City = city;
        To = question.To ?? newest;
        From = question.From ?? To.AddMonths(-MonthsBefore);
        Indicators = Known("indicator", question.Indicators, catalog.Find);
        Areas = question.EveryCounty ? [.. master.CountiesOf(city)]
            : question.Areas.Count == 0 ? Known("area", [city], master.FindRegion)
            : Known("area", question.Areas, master.FindRegion);
        Scopes = question.Scopes.Count == 0
            ? [.. Indicators.Select(indicator => catalog.FindScope(indicator.DefaultScope)!).Distinct()]
            : Known("scope", question.Scopes, catalog.FindScope);
        Banks = Chosen();
        Check();
    }

    public Exploration Question { get; }

    public MasterData Master { get; }

    public string City { get; }

    public YearMonth From { get; }

    public YearMonth To { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<StatisticalScope> Scopes { get; }

    public IReadOnlyList<Region> Areas { get; }

    /// <summary>By code; empty where the totals of areas were chosen.</summary>
    public IReadOnlyList<Bank> Banks { get; }

    /// <summary>Why the question cannot be answered; empty when it can.</summary>
    public IReadOnlyList<ExplorationFault> Faults => _faults;

    public bool OfTotals => Question.Banks.Kind == BankChoiceKind.Total;

    public IReadOnlyList<YearMonth> Months => [.. From.Through(To)];

    /// <summary>The members of an axis, in their natural order.</summary>
    public IReadOnlyList<ExplorationMember> MembersOf(ExplorationAxis axis) => axis switch
    {
        ExplorationAxis.Indicator => [.. Indicators.Select(each => new ExplorationMember(axis, each.Code, each.Name))],
        ExplorationAxis.Scope => [.. Scopes.Select(each => new ExplorationMember(axis, each.Code, each.Name))],
        ExplorationAxis.Bank when OfTotals => [new ExplorationMember(axis, string.Empty, Name: null)],
        ExplorationAxis.Bank => [.. Banks.Select(each => new ExplorationMember(axis, each.Code, each.Name))],
        ExplorationAxis.BankType => [.. Banks.Select(each => each.Type).Distinct().Order()
            .Select(type => new ExplorationMember(axis, ExplorationWords.Of(type), Name: null))],
        ExplorationAxis.Area => [.. Areas.Select(each => new ExplorationMember(axis, each.Code, each.Name))],
        _ => [.. Months.Select(month => new ExplorationMember(axis, month.ToString(), Name: null))],
    };

    /// <summary>The number of cells, without totals; of far too many only that they are.</summary>
    public long Cells => Product([.. Question.Rows, .. Question.Columns]);

    /// <summary>How many combinations of their members some axes have; of far too many only that they are.</summary>
    public long Product(IEnumerable<ExplorationAxis> axes) => axes.Aggregate(
        1L, (product, axis) => Math.Min(int.MaxValue, product * Math.Max(1, axis == ExplorationAxis.Month ? MonthCount : MembersOf(axis).Count)));

    /// <summary>Whether two of the areas hold one another, so that their sum would count twice.</summary>
    public bool Overlap(IReadOnlyCollection<string> areas) => areas.Count > 1 && areas.Any(area =>
        Master.FindRegion(area) is { Kind: not (RegionKind.County or RegionKind.Zone) }
        && areas.Any(other => other != area && Holds(area, other)));

    private int MonthCount => Math.Max(0, (To.Year * 12) + To.Month - (From.Year * 12) - From.Month + 1);

    private bool Holds(string area, string part)
    {
        for (Region? at = Master.FindRegion(part); at?.Parent is { } parent; at = Master.FindRegion(parent))
        {
            if (parent == area)
            {
                return true;
            }
        }

        return false;
    }

    private List<T> Known<T>(string parameter, IReadOnlyList<string> codes, Func<string, T?> find)
        where T : class
    {
        List<T> known = [];
        foreach (string code in codes)
        {
            if (find(code) is { } found)
            {
                known.Add(found);
            }
            else
            {
                _faults.Add(new ExplorationFault(parameter, code, ExplorationFaultKind.Unknown));
            }
        }

        return known;
    }

    private IReadOnlyList<Bank> Chosen() => Question.Banks.Kind switch
    {
        BankChoiceKind.Total => [],
        BankChoiceKind.Codes => Known("bank", Question.Banks.Codes, Master.FindBank),
        _ => BankLife.WithoutContinued(Master, [.. Master.Banks
            .Where(bank => Question.Banks.Kind == BankChoiceKind.All || Question.Banks.Types.Contains(bank.Type))
            .Where(bank => From.Through(To).Any(month => BankLife.IsOpen(Master, bank, month)))
            .OrderBy(bank => bank.Code, StringComparer.Ordinal)]),
    };

    private void Check()
    {
        if (To < From)
        {
            Add("to", To.ToString(), ExplorationFaultKind.MonthOrder, $">= {From}");
        }

        foreach (StatisticalScope scope in Question.Scopes.Count == 0 ? [] : Scopes)
        {
            if (Indicators.Count > 0 && !Indicators.Any(indicator => _catalog.Allows(indicator.Code, scope.Code)))
            {
                Add("scope", scope.Code, ExplorationFaultKind.ScopeOfNone,
                    string.Join(" | ", Indicators.SelectMany(indicator => indicator.Scopes).Distinct()));
            }
        }

        CheckAxes();
        CheckSize();
    }

    private void CheckSize()
    {
        if (Cells > MostCells)
        {
            Add("rows", $"{Cells}", ExplorationFaultKind.TooMany, $"{MostCells}");
            return;
        }

        long values = Product(Question.Rows.Concat(Question.Columns)
            .Except([ExplorationAxis.BankType]).Union([ExplorationAxis.Bank, ExplorationAxis.Area]));
        if (values > MostValues)
        {
            Add("bank", $"{values}", ExplorationFaultKind.TooManyValues, $"{MostValues}");
        }

        long sheets = Indicators.Sum(indicator => Question.Scopes.Count == 0
            ? 1L
            : Scopes.Count(scope => indicator.Scopes.Contains(scope.Code))) * MonthCount;
        if (sheets > MostSheets)
        {
            Add("from", $"{sheets}", ExplorationFaultKind.TooManyMonths, $"{MostSheets}");
        }
    }

    private void CheckAxes()
    {
        ExplorationAxis[] placed = [.. Question.Rows, .. Question.Columns];
        if (placed.Distinct().Count() < placed.Length)
        {
            Add("columns", string.Join(',', placed.Select(ExplorationWords.Of)), ExplorationFaultKind.AxisTwice);
        }

        (ExplorationAxis Axis, int Count)[] notAdded =
        [
            (ExplorationAxis.Indicator, Indicators.Count),
            (ExplorationAxis.Scope, Question.Scopes.Count == 0 ? 1 : Scopes.Count),
            (ExplorationAxis.Month, MonthCount),
        ];
        foreach ((ExplorationAxis axis, int count) in notAdded.Where(each => each.Count > 1 && !placed.Contains(each.Axis)))
        {
            Add("rows", string.Join(',', placed.Select(ExplorationWords.Of)), ExplorationFaultKind.AxisMissing, ExplorationWords.Of(axis));
        }

        if (OfTotals && placed.Contains(ExplorationAxis.BankType))
        {
            Add("bank", ExplorationAddress.Total, ExplorationFaultKind.NoBanks, ExplorationAddress.All);
        }

        if (!placed.Contains(ExplorationAxis.Area) && Overlap([.. Areas.Select(area => area.Code)]))
        {
            Add("area", string.Join(',', Areas.Select(area => area.Code)), ExplorationFaultKind.AreasOverlap);
        }
    }

    private void Add(string parameter, string found, ExplorationFaultKind kind, string expected = "") =>
        _faults.Add(new ExplorationFault(parameter, found, kind, expected));
}
