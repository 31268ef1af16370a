using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Filing;

/// <summary>The program with two fictional banks, and the people who file for one of them.</summary>
internal sealed class FilingBench : IAsyncDisposable
{
    private const string Banks = "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n"
        + "B001,虚构银行,Made-up Bank,rural,true,,,\nB002,另一虚构银行,Other Made-up Bank,rural,true,,,\n";

    private readonly TemporaryFolder _folder;

    private FilingBench(TemporaryFolder folder, string data) => (_folder, Program) = (folder, new ProgramServices(data));

    public static YearMonth Month { get; } = YearMonth.Parse("2025-06");

    public static Filer Maker { get; } = Person("maker", Role.BankReporter, "B001");

    public static Filer Signer { get; } = Person("signer", Role.BankSigner, "B001");

    public static Filer Regulator { get; } = Person("regulator", Role.Regulator);

    public ProgramServices Program { get; }

    public FilingDesk Desk => Program.Get<FilingDesk>();

    public FilingReader Reader => Program.Get<FilingReader>();

    public static async Task<FilingBench> CreateAsync(SeededDatabase seeded)
    {
        TemporaryFolder folder = new();
        FilingBench bench = new(folder, await seeded.CopyEmptyAsync(folder));
        ImportReport report = await bench.Program.Get<StatisticsImporter>().ImportAsync(
            new SourceFile("banks.csv", Encoding.UTF8.GetBytes(Banks)), new ImportRequest("tester"));
        Assert.Equal(ImportOutcome.Stored, report.Outcome);
        return bench;
    }

    public static Filer Person(string name, Role role, string? bank = null) =>
        new(new Viewer(name, role, bank, [], HasSecondFactor: true), "10.0.0.1");

    /// <summary>A return of B001 for June 2025: all loans in one district, in 亿元.</summary>
    public static SourceFile Return(decimal yi, string bank = "B001") => new(
        "return.csv",
        TidyReturns.With(FormattableString.Invariant($"2025-06,{bank},320902,loans.all.balance,rmb_fx,{yi},亿元")));

    public Task<FilingOutcome> ReceiveAsync(SourceFile file, Filer? by = null, string bank = "B001") =>
        Program.Get<FilingIntake>().TakeAsync(
            new FilingArrival(bank, Month, file, FilingChannels.Page), by ?? Maker, CancellationToken.None);

    /// <summary>Files and has it checked.</summary>
    public async Task<Submission> FileAsync(SourceFile file)
    {
        Submission taken = (await ReceiveAsync(file)).Submission!;
        await Program.WorkAsync();
        return (await Reader.FindAsync(taken.Id))!;
    }

    public async Task<FilingOutcome> PublishAsync(int id, Filer by)
    {
        Submission shown = (await Reader.FindAsync(id))!;
        SourceFile file = (await Reader.FileAsync(id))!;
        FilingDossier dossier = Program.Get<FilingDossier>();
        ParsedFile parsed = await dossier.ParseAsync(shown, file, CancellationToken.None);
        return await Program.Get<FilingPublisher>().PublishAsync(
            shown, file, parsed, await dossier.RequestAsync(shown, CancellationToken.None),
            Program.Get<StatisticsImporter>(), by);
    }

    /// <summary>The newest stored loans of B001 in fen; null when nothing is stored.</summary>
    public long? Loans() => Program.Database.Rows(
        "SELECT amount_fen FROM observations WHERE month = 202506 ORDER BY id DESC LIMIT 1") is [[long fen], ..] ? fen : null;

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        _folder.Dispose();
    }
}
