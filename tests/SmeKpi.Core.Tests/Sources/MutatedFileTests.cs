using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Tests.Sources.Forms;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>
/// Damaged bytes must give findings or figures, soon and in little memory; never an exception and never half a table.
/// </summary>
public sealed class MutatedFileTests
{
    private const int Copies = 5_000;
    private const long MostBytes = 512L * 1024 * 1024;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private static readonly SourceContext s_context = RegionalTableTests.Context with
    {
        Banks = [.. RegionalTableTests.Context.Banks, Validation.Check.Bank(RateFilings.BankCode, null, null)],
    };

    private static readonly PublishedTable s_table = PublishedTable.From(Sample.Workbook(2024));

    public static TheoryData<string> Families { get; } =
    [
        "stripped.xlsx", "published.xlsx", "published.xls", "gb18030.htm", "utf8.htm", "return.csv", "lpr.csv", "banks.csv",
        "province.xls", "columns.xlsx", "rows.xlsx", "rates.zip", "rates.xml",
        .. FormSample.FileNames,
    ];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Parse_DamagedCopies_GiveFindingsInTime(string family)
    {
        Func<Random, byte[]> damage = Damaged(family);
        ConcurrentDictionary<string, int> faults = [];
        ConcurrentDictionary<int, Watch> running = [];
        Task run = Task.Run(() => Parallel.For(0, Copies, new ParallelOptions { MaxDegreeOfParallelism = 2 }, copy =>
        {
            byte[] damaged = damage(new Random(copy));
            running[copy] = Watch.Start();
            if (Fault(family, damaged) is { } fault)
            {
                faults.TryAdd(fault, copy);
            }

            running.TryRemove(copy, out _);
        }));

        // A copy that never ends cannot be stopped, only reported.
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1));
        while (await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()) != run)
        {
            Assert.DoesNotContain(running, copy => copy.Value.Elapsed > s_longest);
        }

        await run;
        Assert.Empty(faults);
    }

    private static string? Fault(string family, byte[] damaged)
    {
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ParsedFile parsed = SourceParser.Parse(
                new SourceFile(family, damaged), FormSample.FileNames.Contains(family) ? FormSample.Context : s_context);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated > MostBytes ? $"{allocated} B" : IsWhole(parsed) ? null : "half a table";
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().FullName}: {exception.Message} {FirstFrames(exception)}";
        }
    }

    private static bool IsWhole(ParsedFile parsed)
    {
        if (parsed.Findings.Count == 0 && parsed.Figures.Count + parsed.Banks.Count == 0)
        {
            return false;
        }

        int series = parsed.Figures.Select(figure => figure.Series.Indicator).Distinct().Count();
        return parsed.IsRefused || series >= parsed.Layout switch
        {
            LayoutNames.PbocCreditFunds => CreditFundsRows.Required.Count,
            LayoutNames.PbocProvinceTable or LayoutNames.PbocCityTable or LayoutNames.RateFiling => 2,
            _ => 0,
        };
    }

    private static string FirstFrames(Exception exception) =>
        string.Join(" < ", new StackTrace(exception).GetFrames().Take(3).Select(frame => frame.GetMethod()?.Name));

    private static Func<Random, byte[]> Damaged(string family)
    {
        RateFilings filing = new();
        byte[] original = family switch
        {
            "stripped.xlsx" => SeedData.Read("statistics/pboc/credit-funds-2024.xlsx"),
            "published.xlsx" => Workbooks.SaveXlsx(s_table.Rows),
            "published.xls" => Workbooks.SaveXls(s_table.Rows),
            "gb18030.htm" => Pages.Save(s_table, Encodings.Gb18030),
            "utf8.htm" => Pages.Save(s_table, Encoding.UTF8),
            "return.csv" => TidyReturns.Many(40),
            _ when FormSample.FileNames.Contains(family) => FormSample.File(family),
            "lpr.csv" => SeedData.Read("statistics/lpr/lpr-2019-08-2026-08.csv"),
            "province.xls" => RegionalTables.SaveXls(("(1)人民币", RegionalTables.Province())),
            "columns.xlsx" => Workbooks.SaveXlsx(RegionalTables.CityColumns().With(5, 3, "130.00")),
            "rows.xlsx" => Workbooks.SaveXlsx(RegionalTables.CityRows()),
            "rates.zip" => [],
            "rates.xml" => filing.Xml(2),
            _ => Encoding.UTF8.GetBytes(
                "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n"
                + "B1,\"虚构,银行\",Fictional,city,true,2001-01,,\nB2,虚构二,Two,rural,false,,2020-06,B1\n"),
        };
        return Path.GetExtension(family) switch
        {
            ".xlsx" => random => Damage.Archive(original, random),
            ".xls" => random => Damage.Biff(original, random),
            ".zip" => random => Damage.Filing(filing, random),
            _ => random => Damage.Text(original, random),
        };
    }
}
