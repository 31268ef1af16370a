using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Policies;

/// <summary>Reads what a provision demands: unit, values by year or while in force, thresholds.</summary>
internal sealed record ProvisionValues
{
    private static readonly string[] s_forms = ["values", "while-in-force", "date"];

    private static readonly Dictionary<string, FileUnit> s_units = new()
    {
        ["yi"] = new("yi", Units.Unit.Yuan, [ProvisionKind.Target, ProvisionKind.Cap]),
        ["wan"] = new("wan", Units.Unit.Yuan, [ProvisionKind.Target, ProvisionKind.Cap]),
        ["percent"] = new("percent", Units.Unit.Percent, [ProvisionKind.Target, ProvisionKind.SubsidyRate]),
        ["points"] = new("points", Units.Unit.Points, [ProvisionKind.Target, ProvisionKind.Tolerance]),
        ["bp"] = new("bp", Units.Unit.BasisPoints, [ProvisionKind.Target, ProvisionKind.Tolerance]),
        ["points-per-year"] = new("points-per-year", Units.Unit.Points, [ProvisionKind.SubsidyRate]),
        ["date"] = new("date", null, [ProvisionKind.EligibilityDate]),
    };

    public required Unit? Unit { get; init; }

    public IReadOnlyDictionary<int, decimal> Annual { get; private init; } = new Dictionary<int, decimal>();

    public decimal? Standing { get; private init; }

    public DateOnly? Date { get; private init; }

    public required YearMonth From { get; init; }

    public required YearMonth Until { get; init; }

    public decimal? BehindUpTo { get; private init; }

    /// <param name="row">A whole provision file.</param>
    /// <param name="policy">The policy whose validity frames the provision.</param>
    public static ProvisionValues Read(YamlMap row, ProvisionKind kind, PolicyDocument policy)
    {
        YamlText name = row.Text("unit");
        FileUnit unit = name.OneOf(s_units);
        if (!unit.Kinds.Contains(kind))
        {
            IEnumerable<FileUnit> fitting = s_units.Values.Where(other => other.Kinds.Contains(kind));
            throw name.Wrong(
                $"a unit that fits {kind}: {string.Join(" | ", fitting.Select(other => other.Name))}");
        }

        CheckForm(row, unit);
        ProvisionValues values = new()
        {
            Unit = unit.Unit,
            From = MonthOf(policy.Released),
            Until = MonthOf(policy.ValidUntil),
            BehindUpTo = ReadBehindUpTo(row, unit),
        };
        return row.Has("values") ? values with { Annual = ReadAnnual(row.Map("values"), unit) }
            : row.Has("date") ? values with { Date = row.Text("date").ToDate() }
            : ReadStanding(row, unit, values);
    }

    private static void CheckForm(YamlMap row, FileUnit unit)
    {
        string[] forms = unit.Unit is null ? s_forms[2..] : s_forms[..2];
        string[] found = [.. s_forms.Where(row.Has)];
        if (found.Length != 1 || !forms.Contains(found[0]))
        {
            throw row.Wrong($"found {(found.Length == 0 ? "no value" : string.Join(" and ", found))}, "
                + $"expected one of {string.Join(" | ", forms)}");
        }

        if (row.Has("in-force") != row.Has("while-in-force"))
        {
            throw row.Wrong("'while-in-force' and 'in-force' must stand together");
        }
    }

    private static Dictionary<int, decimal> ReadAnnual(YamlMap row, FileUnit unit)
    {
        Dictionary<int, decimal> values = [];
        foreach (YamlText year in row.Keys)
        {
            decimal value = unit.Convert(row.Text(year.Value));
            if (year.ToInteger() is < 2000 or > 2199 || !values.TryAdd(year.ToInteger(), value))
            {
                throw year.Wrong("a year, as in 2025, once");
            }
        }

        return values;
    }

    private static ProvisionValues ReadStanding(YamlMap row, FileUnit unit, ProvisionValues frame)
    {
        YamlMap months = row.Map("in-force").Only("from", "until");
        YamlText from = months.Text("from");
        YamlText until = months.Text("until");
        if (from.ToMonth() < frame.From || from.ToMonth() > frame.Until)
        {
            throw from.Wrong($"a month from {frame.From} to {frame.Until}, while the policy is in force");
        }

        return until.ToMonth() < from.ToMonth() || until.ToMonth() > frame.Until
            ? throw until.Wrong($"a month from {from.Value} to {frame.Until}, while the policy is in force")
            : frame with
            {
                Standing = unit.Convert(row.Text("while-in-force")),
                From = from.ToMonth(),
                Until = until.ToMonth(),
            };
    }

    private static decimal? ReadBehindUpTo(YamlMap row, FileUnit unit)
    {
        if (!row.Has("behind-up-to"))
        {
            return null;
        }

        YamlMap limit = row.Map("behind-up-to").Only("value", "unit");
        YamlText name = limit.Text("unit");
        string expected = unit.Unit switch
        {
            Units.Unit.Yuan => "points-of-target",
            Units.Unit.BasisPoints => "bp",
            _ => "points",
        };
        YamlText value = limit.Text("value");
        return name.Value != expected ? throw name.Wrong(expected)
            : value.ToDecimal() > 0m ? value.ToDecimal() : throw value.Wrong("a number above 0");
    }

    private static YearMonth MonthOf(DateOnly date) => new(date.Year, date.Month);

    /// <summary>A unit as files write it.</summary>
    private sealed record FileUnit(string Name, Unit? Unit, IReadOnlyList<ProvisionKind> Kinds)
    {
        /// <summary>The number in the unit of the program.</summary>
        public decimal Convert(YamlText number) => Name switch
        {
            "yi" => Money.FromYiYuan(number.ToDecimal()).Yuan,
            "wan" => Money.FromWanYuan(number.ToDecimal()).Yuan,
            _ => number.ToDecimal(),
        };
    }
}
