using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Filing;

/// <summary>The way of a filing from its bytes to figures that count, and every step that is not allowed on it.</summary>
public sealed class FilingPathTests(SeededDatabase seeded)
{
    private const long OneYi = 10_000_000_000;

    [Fact]
    public async Task Filing_ThreePeople_ItsFiguresCount()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);

        Submission filed = await bench.FileAsync(FilingBench.Return(1m));
        Assert.Equal(SubmissionState.ReadyToSign, filed.State);
        Assert.Equal("B001-202506-1", filed.Number);
        Assert.Null(bench.Loans());
        FilingOutcome signed = await bench.Desk.SignAsync(filed.Id, FilingBench.Signer);
        Assert.Equal(SubmissionState.Signed, signed.Submission!.State);
        Assert.Null(bench.Loans());
        FilingOutcome published = await bench.PublishAsync(filed.Id, FilingBench.Regulator);

        Assert.Equal(SubmissionState.Published, published.Submission!.State);
        Assert.Equal(OneYi, bench.Loans());
        Assert.Equal(
            [
                SubmissionState.Received, SubmissionState.Parsing, SubmissionState.Checking, SubmissionState.ReadyToSign,
                SubmissionState.Signed, SubmissionState.Published,
            ],
            (await bench.Reader.StepsAsync(filed.Id)).Select(step => step.State));
        Assert.Equal(
            ["upload", "filing", "signature", "publication"],
            bench.Program.Database.Rows("SELECT action FROM audit ORDER BY number DESC LIMIT 4").Select(row => row[0]).Reverse());
    }

    [Fact]
    public async Task Calendar_FiledThenPublished_WaitsAndThenCameWhenItWasFiled()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission filed = await bench.FileAsync(FilingBench.Return(1m));

        WaitingSubmission waiting = Assert.Single(await bench.Reader.WaitingAsync(null));
        Assert.Equal((filed.Id, "B001", FilingBench.Month, filed.Received), (waiting.Id, waiting.Bank, waiting.Month, waiting.Received));
        Assert.Equal(["loans.all.balance"], waiting.Indicators);
        bench.Program.Clock.Advance(TimeSpan.FromDays(1));
        FilingOutcome signed = await bench.Desk.SignAsync(filed.Id, FilingBench.Signer);
        bench.Program.Clock.Advance(TimeSpan.FromDays(1));
        await bench.PublishAsync(filed.Id, FilingBench.Regulator);

        Assert.Empty(await bench.Reader.WaitingAsync(null));
        Assert.Single(await bench.Reader.WaitingAsync(signed.Submission!.Signed));
        Assert.Empty(await bench.Reader.WaitingAsync(filed.Received.AddTicks(-1)));
        FirstArrival arrival =
            Assert.Single(await bench.Program.Get<ArrivalReader>().FirstAsync(["loans.all.balance"], FilingBench.Month));
        Assert.Equal(filed.Received, arrival.At);
    }

    [Fact]
    public async Task Calendar_RejectedOrWithdrawn_DoesNotWait()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission rejected = await bench.FileAsync(FilingBench.Return(1m, bank: "B999"));
        Submission withdrawn = await bench.FileAsync(FilingBench.Return(1m));
        await bench.Desk.WithdrawAsync(withdrawn.Id, FilingBench.Maker);

        Assert.Equal(SubmissionState.Rejected, rejected.State);
        Assert.Empty(await bench.Reader.WaitingAsync(null));
    }

    [Fact]
    public async Task Correction_UntilItIsPublished_TheFilingBeforeStaysLive()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission first = await bench.FileAsync(FilingBench.Return(1m));
        await bench.Desk.SignAsync(first.Id, FilingBench.Signer);
        await bench.PublishAsync(first.Id, FilingBench.Regulator);

        Submission second = await bench.FileAsync(FilingBench.Return(1.1m));
        await bench.Desk.SignAsync(second.Id, FilingBench.Signer);
        Assert.Equal(OneYi, bench.Loans());
        await bench.PublishAsync(second.Id, FilingBench.Regulator);

        Assert.Equal("B001-202506-2", second.Number);
        Assert.Equal(OneYi / 10 * 11, bench.Loans());
        Assert.Equal(2, bench.Program.Database.Count("observations"));
    }

    [Fact]
    public async Task SameBytes_TenTimes_AddNothing()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission first = await bench.FileAsync(FilingBench.Return(1m));

        for (int replay = 0; replay < 10; replay++)
        {
            FilingOutcome again = await bench.ReceiveAsync(FilingBench.Return(1m));
            Assert.True(again.AlreadyReceived);
            Assert.Equal(first.Id, again.Submission!.Id);
        }

        Assert.Equal(1, bench.Program.Database.Count("submissions"));
    }

    [Fact]
    public async Task Withdrawn_SameBytesAgain_AreANewFiling()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission first = await bench.FileAsync(FilingBench.Return(1m));

        Assert.True((await bench.Desk.WithdrawAsync(first.Id, FilingBench.Maker)).IsDone);
        FilingOutcome again = await bench.ReceiveAsync(FilingBench.Return(1m));

        Assert.False(again.AlreadyReceived);
        Assert.Equal("B001-202506-2", again.Submission!.Number);
    }

    [Fact]
    public async Task Withdrawn_BeforeItWasChecked_IsNotJudged()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission taken = (await bench.ReceiveAsync(FilingBench.Return(1m))).Submission!;
        await bench.Desk.WithdrawAsync(taken.Id, FilingBench.Maker);

        await bench.Program.WorkAsync();

        Assert.Equal(SubmissionState.Withdrawn, (await bench.Reader.FindAsync(taken.Id))!.State);
        Assert.Equal(0, bench.Program.Database.Count("work WHERE state <> 'Done'"));
    }

    [Fact]
    public async Task ForbiddenSteps_AreRefusedByTheDeskAndRecorded()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission filed = await bench.FileAsync(FilingBench.Return(1m));
        Filer makerWhoSigns = FilingBench.Person("maker", Role.BankSigner, "B001");
        Filer foreign = FilingBench.Person("foreign", Role.BankSigner, "B002");
        long before = Denials(bench);

        Assert.Equal(FilingRefusal.OwnFiling, (await bench.Desk.SignAsync(filed.Id, makerWhoSigns)).Refusal);
        Assert.Equal(FilingRefusal.Unknown, (await bench.Desk.SignAsync(filed.Id, foreign)).Refusal);
        Assert.Equal(FilingRefusal.NoRight, (await bench.Desk.SignAsync(filed.Id, FilingBench.Maker)).Refusal);
        Assert.Equal(FilingRefusal.NotSigned, (await bench.PublishAsync(filed.Id, FilingBench.Regulator)).Refusal);
        Assert.Equal(FilingRefusal.Unknown, (await bench.Desk.WithdrawAsync(filed.Id, foreign)).Refusal);
        await bench.Desk.SignAsync(filed.Id, FilingBench.Signer);
        Assert.Equal(
            FilingRefusal.OwnSignature,
            (await bench.PublishAsync(filed.Id, FilingBench.Person("signer", Role.Regulator))).Refusal);
        Assert.Equal(FilingRefusal.NotNow, (await bench.Desk.SignAsync(filed.Id, FilingBench.Signer)).Refusal);

        Assert.Equal(SubmissionState.Signed, (await bench.Reader.FindAsync(filed.Id))!.State);
        Assert.Null(bench.Loans());
        Assert.Equal(before + 7, Denials(bench));
    }

    [Fact]
    public async Task ForeignRow_InTheFile_RejectsItAndNobodyCanSign()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);

        Submission filed = await bench.FileAsync(FilingBench.Return(1m, bank: "B002"));

        Assert.Equal(SubmissionState.Rejected, filed.State);
        Assert.Contains(await bench.Reader.FindingsAsync(filed.Id), finding => finding.Finding.Rule == "V224");
        Assert.Equal(FilingRefusal.Blocked, (await bench.Desk.SignAsync(filed.Id, FilingBench.Signer)).Refusal);
    }

    [Theory]
    [InlineData("B002", FilingRefusal.BankUnknown)]
    [InlineData("B999", FilingRefusal.BankUnknown)]
    public async Task File_ForAnotherBank_IsRefused(string bank, FilingRefusal expected)
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);

        Assert.Equal(expected, (await bench.ReceiveAsync(FilingBench.Return(1m), FilingBench.Maker, bank)).Refusal);
        Assert.Equal(0, bench.Program.Database.Count("submissions"));
    }

    [Fact]
    public async Task Questions_ReasonsLikeLastTime_AreOfferedAndOpenTheSignature()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission before = await bench.FileAsync(FilingBench.Return(100m));
        await bench.Desk.SignAsync(before.Id, FilingBench.Signer);
        await bench.PublishAsync(before.Id, FilingBench.Regulator);

        // A restatement by more than a fifth is questionable.
        Submission filed = await bench.FileAsync(FilingBench.Return(150m));
        Assert.Equal(SubmissionState.ToExplain, filed.State);
        Dictionary<int, string> reasons = (await bench.Reader.FindingsAsync(filed.Id))
            .ToDictionary(finding => finding.Number, _ => "客户并入后重新统计");
        Assert.Equal(FilingRefusal.ReasonMissing, (await bench.Desk.SignAsync(filed.Id, FilingBench.Signer)).Refusal);
        Assert.Equal(
            FilingRefusal.ReasonIsUnfit,
            (await bench.Desk.ExplainAsync(filed.Id, new Dictionary<int, string> { [1] = "无" }, FilingBench.Maker)).Refusal);
        Assert.Equal(
            FilingRefusal.FindingUnknown,
            (await bench.Desk.ExplainAsync(filed.Id, new Dictionary<int, string> { [99] = "没有这一条" }, FilingBench.Maker)).Refusal);
        FilingOutcome explained = await bench.Desk.ExplainAsync(filed.Id, reasons, FilingBench.Maker);
        Assert.Equal(SubmissionState.ReadyToSign, explained.Submission!.State);

        Submission next = await bench.FileAsync(FilingBench.Return(151m));
        Assert.All(
            (await bench.Reader.FindingsAsync(next.Id)).Where(finding => finding.Finding.Rule == "Q303"),
            finding => Assert.Equal("客户并入后重新统计", finding.Offered));
    }

    [Fact]
    public async Task Publish_SomethingNewIsQuestionableByThen_GoesBackToTheBank()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission small = await bench.FileAsync(FilingBench.Return(100m));
        Submission large = await bench.FileAsync(FilingBench.Return(150m));
        await bench.Desk.SignAsync(small.Id, FilingBench.Signer);
        await bench.Desk.SignAsync(large.Id, FilingBench.Signer);
        await bench.PublishAsync(small.Id, FilingBench.Regulator);

        FilingOutcome outcome = await bench.PublishAsync(large.Id, FilingBench.Regulator);

        Assert.Equal(FilingRefusal.CheckedAnew, outcome.Refusal);
        Submission open = (await bench.Reader.FindAsync(large.Id))!;
        Assert.Equal((SubmissionState.ToExplain, null), (open.State, open.Signer));
        Assert.Equal(100 * OneYi, bench.Loans());
    }

    [Fact]
    public async Task Return_ByTheRegulator_EndsItWithTheReason()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        Submission filed = await bench.FileAsync(FilingBench.Return(1m));
        await bench.Desk.SignAsync(filed.Id, FilingBench.Signer);

        await bench.Desk.ReturnAsync(filed.Id, "与上年同期相差过大", FilingBench.Regulator);

        Assert.Equal(SubmissionState.Rejected, (await bench.Reader.FindAsync(filed.Id))!.State);
        Assert.Equal("与上年同期相差过大", (await bench.Reader.StepsAsync(filed.Id))[^1].Note);
    }

    [Fact]
    public async Task Unreadable_File_SaysSoAndKeepsTheBytes()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        byte[] bytes = Encoding.UTF8.GetBytes("<html><body>502 Bad Gateway</body></html>");

        Submission filed = await bench.FileAsync(new SourceFile("page.htm", bytes));

        Assert.Equal(SubmissionState.Unreadable, filed.State);
        Assert.Equal(bytes, (await bench.Reader.FileAsync(filed.Id))!.Content.ToArray());
    }

    [Fact]
    public async Task Folder_OfABank_FilesForIt()
    {
        await using FilingBench bench = await FilingBench.CreateAsync(seeded);
        bench.Program.Drop("B001/2025-06-return.csv", FilingBench.Return(1m).Content.ToArray());

        await bench.Program.LookAsync();
        await bench.Program.WorkAsync();

        Submission filed = Assert.Single(await bench.Reader.ListAsync("B001", FilingBench.Month, null, 0, 9));
        Assert.Equal(
            (SubmissionState.ReadyToSign, "folder:B001", FilingChannels.Folder), (filed.State, filed.Maker, filed.Channel));
        Assert.Single(Directory.GetFiles(bench.Program.Accepted));
    }

    private static long Denials(FilingBench bench) => bench.Program.Database.Count("audit WHERE result = 'Denied'");
}
