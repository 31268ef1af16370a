using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmeKpi.SampleData;

/// <summary>A rate filing of a bank that does not exist, in the wire format: rows, zip, Base64, XML, zip.</summary>
public sealed record RateFilings
{
    public const string BankCode = "SYNTHETIC00001";
    public const string Date = "20250630";
    public const string Base = "DWDKJC";
    public const string Balance = "DWDKYE";
    public const string Disbursement = "DWDKFK";

    /// <summary>The rows by type; each list is one part.</summary>
    public IReadOnlyList<(string Type, IReadOnlyList<string> Rows, int Part, int Parts)> Packages { get; init; } =
    [
        (Base, [BaseRow("R1"), BaseRow("R2")], 1, 1),
        (Balance, [BalanceRow("R1", "80")], 1, 1),
        (Disbursement, [DisbursementRow("R1", "T1", "1000000.00", "3.00000"), DisbursementRow("R2", "T2", "3000000.00", "5.00000")], 1, 1),
    ];

    public static string BaseRow(string receipt, string product = "F022", string customer = "C1") => Join(
        Date, "K1", receipt, product, customer, "N1", "20250601", "20260601", "", "01", "RF01", "TR07", "3.00000",
        "3.50000", "01", "C26", "01", "100");

    public static string BalanceRow(string receipt, string amount) => Join(Date, receipt, "C1", "N1", "CNY", amount);

    public static string DisbursementRow(
        string receipt, string transaction, string amount, string rate, string currency = "CNY", string day = "20250612",
        string customer = "C1") =>
        Join(Date, receipt, customer, "N1", transaction, day, currency, amount, "3.00000", rate);

    public static string Join(params IReadOnlyList<string> fields) => string.Join("|@|", fields);

    /// <summary>The filing with the rows of one type replaced.</summary>
    public RateFilings With(string type, params IReadOnlyList<string> rows) =>
        this with { Packages = [.. Packages.Where(each => each.Type != type), (type, rows, 1, 1)] };

    public RateFilings Without(string type) => this with { Packages = [.. Packages.Where(each => each.Type != type)] };

    public RateFilings And(string type, int part, int parts, params IReadOnlyList<string> rows) =>
        this with { Packages = [.. Packages, (type, rows, part, parts)] };

    /// <summary>The outer zip with one XML for each package.</summary>
    public byte[] Save() => Zip([.. Packages.Select((each, index) => ($"{each.Type}_{index}.xml", Xml(each)))]);

    /// <summary>The XML of the package at a place in the list.</summary>
    public byte[] Xml(int index) => Xml(Packages[index]);

    /// <summary>One XML around ready content.</summary>
    public static byte[] Xml(
        string type, string content, int rows, int totalRows, int part = 1, int parts = 1, string bank = BankCode,
        string date = Date, string flag = "FTRT") => Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Package><bankcode>{bank}</bankcode><reporttaskdate>{date}</reporttaskdate><reporttypecode>{type}</reporttypecode>
            <totalseparate>{parts}</totalseparate><separateseq>{part}</separateseq><reportflag>{flag}</reportflag>
            <rownum>{rows}</rownum><totalrownum>{totalRows}</totalrownum><filecontent>{content}</filecontent></Package>
            """));

    public static string TextName(string type, int part = 1, int parts = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{BankCode}_{type}_{Date}_{parts}_{part}.txt");

    public static byte[] Zip(params IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private byte[] Xml((string Type, IReadOnlyList<string> Rows, int Part, int Parts) package)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', package.Rows));
        byte[] inner = Zip((TextName(package.Type, package.Part, package.Parts), text));
        int total = Packages.Where(each => each.Type == package.Type).Sum(each => each.Rows.Count);
        return Xml(package.Type, Convert.ToBase64String(inner), package.Rows.Count, total, package.Part, package.Parts);
    }
}
