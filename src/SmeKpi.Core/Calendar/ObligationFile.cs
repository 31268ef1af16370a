using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

/// <summary>Reads obligations.yaml.</summary>
internal static class ObligationFile
{
    private static readonly Dictionary<string, BankType> s_types = new()
    {
        ["policy"] = BankType.Policy,
        ["state"] = BankType.State,
        ["joint-stock"] = BankType.JointStock,
        ["city"] = BankType.City,
        ["rural"] = BankType.Rural,
        ["village"] = BankType.Village,
        ["foreign"] = BankType.Foreign,
    };

    private static readonly Dictionary<string, DueRule> s_rules = new()
    {
        ["working-day"] = DueRule.WorkingDay,
        ["calendar-day"] = DueRule.CalendarDay,
    };

    public static (IReadOnlyList<FilingReturn> Returns, IReadOnlyList<Obligation> Obligations) Load(
        string file, IndicatorCatalog indicators)
    {
        YamlMap root = StrictYaml.Read(file).Only("returns", "obligations");
        Dictionary<string, FilingReturn> returns = [];
        foreach (YamlMap row in root.Maps("returns"))
        {
            row.Only("code", "name", "evidence");
            YamlText code = row.Text("code");
            IReadOnlyList<string> evidence = [.. row.Texts("evidence").Select(text => KnownIndicator(text, indicators))];
            if (!returns.TryAdd(code.Value, new FilingReturn(code.Value, row.Localized("name"), evidence)))
            {
                throw code.Wrong("a code that does not stand above");
            }
        }

        List<Obligation> obligations = [];
        foreach (YamlMap row in root.Maps("obligations"))
        {
            Obligation obligation = Read(row, returns);
            obligations.Add(obligations.Exists(other => Overlap(other, obligation))
                ? throw row.Text("return").Wrong("banks and months that do not stand above for the same return")
                : obligation);
        }

        return ([.. returns.Values], obligations);
    }

    private static Obligation Read(YamlMap row, Dictionary<string, FilingReturn> returns)
    {
        row.Only("return", "banks", "due", "grace", "soon", "valid-from", "valid-to", "source", "status");
        YamlMap due = row.Map("due").Only("rule", "number");
        YearMonth from = row.Text("valid-from").ToMonth();
        YamlText? to = row.OptionalText("valid-to");
        return new Obligation(
            row.Text("return").OneOf(returns).Code,
            row.Texts("banks").Select(type => type.OneOf(s_types)).ToHashSet(),
            due.Text("rule").OneOf(s_rules),
            Within(due.Text("number"), 1, 31),
            Within(row.Text("grace"), 0, 31),
            Within(row.Text("soon"), 0, 31),
            from,
            to is null || to.ToMonth() >= from ? to?.ToMonth() : throw to.Wrong("a month not before valid-from"),
            row.Localized("source"),
            row.Text("status").OneOf(HolidayFile.Statuses));
    }

    private static string KnownIndicator(YamlText text, IndicatorCatalog indicators) =>
        indicators.Find(text.Value)?.Code ?? throw text.Wrong("a code of indicators.yaml");

    private static int Within(YamlText text, int least, int most) =>
        text.ToInteger() is var number && number >= least && number <= most
            ? number
            : throw text.Wrong($"a whole number from {least} to {most}");

    private static bool Overlap(Obligation one, Obligation other) =>
        one.Return == other.Return && one.Banks.Overlaps(other.Banks)
        && (one.ValidTo is not { } end || other.ValidFrom <= end)
        && (other.ValidTo is not { } otherEnd || one.ValidFrom <= otherEnd);
}
