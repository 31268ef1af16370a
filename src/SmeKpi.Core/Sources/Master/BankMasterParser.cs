using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Master;

/// <summary>Reads the bank master, one bank a row.</summary>
internal static class BankMasterParser
{
    public const string AliasesColumn = "aliases";

    private static readonly Dictionary<string, BankType> s_types = new(StringComparer.Ordinal)
    {
        ["policy"] = BankType.Policy,
        ["state"] = BankType.State,
        ["joint-stock"] = BankType.JointStock,
        ["city"] = BankType.City,
        ["rural"] = BankType.Rural,
        ["village"] = BankType.Village,
        ["foreign"] = BankType.Foreign,
    };

    public static IReadOnlyList<string> Header { get; } =
        ["bank_code", "name_zh", "name_en", "type", "locally_incorporated", "opened", "closed", "successor"];

    public static TextContent Read(CsvRecords records, SourceContext context, FindingList findings)
    {
        List<Bank> banks = [];
        Dictionary<string, SourceCell?> places = new(StringComparer.Ordinal);
        while (records.Read())
        {
            MasterFields fields = new(records, findings);
            if (!fields.HasFields(Header.Count, Header.Count + 1))
            {
                continue;
            }

            Bank bank = ReadBank(fields);
            if (fields.AllRead && !places.TryAdd(bank.Code, records.Cell(7)))
            {
                fields.Repeated(0, bank.Code);
            }

            if (fields.AllRead)
            {
                banks.Add(bank);
            }
        }

        return new TextContent([], banks, []) { Places = places };
    }

    private static Bank ReadBank(MasterFields fields)
    {
        Bank bank = new(
            fields.Required(0),
            new LocalizedText(fields.Required(1), fields.Required(2)),
            fields.OneOf(3, s_types),
            fields.Flag(4),
            fields.Month(5),
            fields.Month(6),
            fields.Optional(7),
            fields.Optional(8)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        if (bank is { Opened: { } opened, Closed: { } closed } && closed <= opened)
        {
            fields.Fail(6, $"> {opened}", false);
        }

        return bank;
    }
}
