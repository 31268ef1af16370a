using System.Diagnostics;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Tests.Sources.Forms;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>Damaged bytes must give findings or figures, never an exception and never half a table.</summary>
public sealed class MutatedFileTests
{
    private const int Copies = 600;

    public static TheoryData<string> Families { get; } =
    [
        "stripped.xlsx", "published.xlsx", "published.xls", "gb18030.htm", "utf8.htm",
        "return.csv", "lpr.csv", "banks.csv",
        .. FormSample.FileNames,
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public void Parse_DamagedCopies_NeverThrows(string family)
    {
        byte[] original = Original(family);
        Random random = new(20250220);
        HashSet<string> escaped = [];

        for (int copy = 0; copy < Copies; copy++)
        {
            byte[] damaged = Damage(original, random);
            ParsedFile? parsed = null;
            try
            {
                parsed = SourceParser.Parse(new SourceFile(family, damaged), FormSample.Context);
            }
            catch (Exception exception)
            {
                escaped.Add($"{exception.GetType().FullName}: {exception.Message} {FirstFrames(exception)}");
            }

            if (parsed is not null)
            {
                CheckWhole(parsed);
            }
        }

        Assert.Empty(escaped);
    }

    private static void CheckWhole(ParsedFile parsed)
    {
        Assert.True(parsed.Findings.Count > 0 || parsed.Figures.Count + parsed.Banks.Count > 0);
        if (parsed is { Layout: LayoutNames.PbocCreditFunds, IsRefused: false })
        {
            int series = parsed.Figures.Select(figure => figure.Series).Distinct().Count();
            Assert.True(series >= CreditFundsRows.Required.Count);
        }
    }

    private static string FirstFrames(Exception exception) =>
        string.Join(" < ", new StackTrace(exception).GetFrames().Take(3).Select(frame => frame.GetMethod()?.Name));

    private static byte[] Original(string family)
    {
        PublishedTable table = PublishedTable.From(Sample.Workbook(2024));
        return family switch
        {
            "stripped.xlsx" => SeedData.Read("statistics/pboc/credit-funds-2024.xlsx"),
            "published.xlsx" => Workbooks.SaveXlsx(table.Rows),
            "published.xls" => Workbooks.SaveXls(table.Rows),
            "gb18030.htm" => Pages.Save(table, Encodings.Gb18030),
            "utf8.htm" => Pages.Save(table, Encoding.UTF8),
            "return.csv" => TidyReturns.Many(40),
            _ when FormSample.FileNames.Contains(family) => FormSample.File(family),
            "lpr.csv" => SeedData.Read("statistics/lpr/lpr-2019-08-2026-08.csv"),
            _ => Encoding.UTF8.GetBytes(
                "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n"
                + "B1,\"虚构,银行\",Fictional,city,true,2001-01,,\nB2,虚构二,Two,rural,false,,2020-06,B1\n"),
        };
    }

    // Flips, cuts, inserted and doubled stretches; a few of them at once.
    private static byte[] Damage(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int times = random.Next(1, 5); times > 0 && bytes.Count > 4; times--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(2) == 0 ? bytes.Count - at : Math.Min(20, bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 40)).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
