using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>A fictional city's returns: banks and figures are invented and every file says so.</summary>
public static class DemoCity
{
    private const string BankHeader =
        "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor,aliases";

    /// <summary>The bank master, one history file per bank, then one return per bank and month.</summary>
    /// <returns>Files with relative names, in the order in which they are to be read; the same bytes for the same
    /// options on every machine. PBoC totals are among them; a corrected return follows the first one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IEnumerable<SourceFile> Generate(DemoOptions options)
    {
        options.Check();
        return Files(options);
    }

    private static IEnumerable<SourceFile> Files(DemoOptions options)
    {
        IReadOnlyList<DemoBank> banks = DemoRoster.Take(options.Banks);
        var random = new DemoRandom(options.Seed);
        var calendar = new DemoCalendar(random);
        var published = new DemoPublished(random);
        var simulation = new DemoSimulation(options, banks, random);
        using IEnumerator<IReadOnlyList<BankMonth>> months = simulation.Run().GetEnumerator();
        yield return BankMaster(banks);
        foreach (SourceFile file in History(months, published))
        {
            yield return file;
        }

        while (months.MoveNext())
        {
            foreach (SourceFile file in Month(months.Current, calendar, published))
            {
                yield return file;
            }
        }
    }

    private static SourceFile BankMaster(IReadOnlyList<DemoBank> banks)
    {
        var file = new DemoTidyFile("banks.csv", DemoCalendar.BankMaster, BankHeader);
        foreach (DemoBank bank in banks)
        {
            file.Line(string.Join(
                ',', bank.Code, bank.NameZh, bank.NameEn, bank.Type, bank.LocallyIncorporated, bank.Opened, bank.Closed,
                bank.Successor, bank.Aliases));
        }

        return file.ToFile();
    }

    private static IEnumerable<SourceFile> History(
        IEnumerator<IReadOnlyList<BankMonth>> months, DemoPublished published)
    {
        var files = new SortedDictionary<string, DemoTidyFile>(StringComparer.Ordinal);
        DemoTidyFile? totals = null;
        for (int read = 0; read < DemoOptions.MonthsOfHistory && months.MoveNext(); read++)
        {
            foreach (BankMonth figures in months.Current)
            {
                string code = figures.Bank.Code;
                files.TryAdd(code, new DemoTidyFile($"history/{code}.csv", DemoCalendar.History));
                DemoReturns.Write(files[code], figures);
            }

            if (DemoOptions.FirstPublishedMonth <= months.Current[0].Month)
            {
                totals ??= new DemoTidyFile("published/history.csv", DemoCalendar.PublishedHistory);
                published.Write(totals, months.Current);
            }
        }

        return files.Values.Append(totals).OfType<DemoTidyFile>().Select(file => file.ToFile());
    }

    private static IEnumerable<SourceFile> Month(
        IReadOnlyList<BankMonth> banks, DemoCalendar calendar, DemoPublished published)
    {
        YearMonth month = banks[0].Month;
        foreach (BankMonth figures in banks.Where(figures => !DemoEvents.IsMissing(figures)))
        {
            bool corrected = DemoEvents.IsCorrected(figures);
            yield return Return(
                $"returns/{month}/{figures.Bank.Code}.csv",
                calendar.Received(figures),
                corrected ? DemoEvents.AsFirstFiled(figures) : figures);
            if (corrected)
            {
                yield return Return($"corrections/{month}-{figures.Bank.Code}.csv", DemoCalendar.Correction, figures);
            }
        }

        var totals = new DemoTidyFile($"published/{month}.csv", calendar.Published(month));
        published.Write(totals, banks);
        yield return totals.ToFile();
    }

    private static SourceFile Return(string name, DateTime received, BankMonth figures)
    {
        var file = new DemoTidyFile(name, received);
        DemoReturns.Write(file, figures);
        return file.ToFile();
    }
}
