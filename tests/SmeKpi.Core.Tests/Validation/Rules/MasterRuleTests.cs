using System.Text;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Core.Validation.Rules;

namespace SmeKpi.Core.Tests.Validation.Rules;

public sealed class MasterRuleTests
{
    private const string Banks = "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n";

    [Theory]
    [InlineData("320902", 0)]
    [InlineData("320900", 0)]
    [InlineData("100000", 0)]
    [InlineData("320903", 1)]
    [InlineData("", 1)]
    [InlineData("亭湖区", 1)]
    [InlineData("3209020", 1)]
    public void RegionIsKnown_Code_IsLookedUp(string code, int findings) => Assert.Equal(
        findings,
        Check.Count(new RegionIsKnown(), Check.Stored(), $"2025-06,B1,{code},loans.all.balance,rmb,1,元"));

    [Theory]
    [InlineData("B1", 0)]
    [InlineData("B2", 0)]
    [InlineData("", 0)]
    [InlineData("B3", 1)]
    [InlineData("b1", 1)]
    [InlineData("B10", 1)]
    public void BankIsKnown_Code_IsLookedUpAndEmptyIsTheArea(string code, int findings) => Assert.Equal(
        findings,
        Check.Count(new BankIsKnown(), Check.Stored(), $"2025-06,{code},320902,loans.all.balance,rmb,1,元"));

    [Fact]
    public void UnknownCodes_InManyRows_AreReportedOnceWithTheFirstCell()
    {
        string[] rows = ["2025-05,B9,999999,loans.all.balance,rmb,1,元", "2025-06,B9,999999,loans.all.balance,rmb,1,元"];

        Assert.Equal(3, Assert.Single(Check.Findings(new RegionIsKnown(), Check.Stored(), rows)).Cell!.Value.Row);
        Assert.Equal(1, Check.Count(new BankIsKnown(), Check.Stored(), rows));
    }

    // B2 exists from 2020-03 and no longer at the end of 2025-06; its row for that month is still accepted.
    [Theory]
    [InlineData("B2", "2020-03", 0)]
    [InlineData("B2", "2022-01", 0)]
    [InlineData("B2", "2025-06", 0)]
    [InlineData("B1", "1999-01", 0)]
    [InlineData("B1", "2030-01", 0)]
    [InlineData("B2", "2020-02", 1)]
    [InlineData("B2", "2025-07", 1)]
    [InlineData("B2", "2019-12", 1)]
    public void BankIsOpen_Month_LiesBetweenOpeningAndClosing(string bank, string month, int findings) => Assert.Equal(
        findings,
        Check.Count(new BankIsOpen(), Check.Stored(), $"{month},{bank},320902,loans.all.balance,rmb,1,元"));

    [Theory]
    [InlineData("B5,虚构,F,city,true,,,", 0)]
    [InlineData("B5,虚构,F,city,true,,,B1", 0)]
    [InlineData("B5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,", 0)]
    [InlineData("B5,虚构,F,city,true,,,B5", 1)]
    [InlineData("B5,虚构,F,city,true,,,B7", 1)]
    [InlineData("B5,虚构,F,city,true,,,B7\nB6,虚构,F,city,true,,,B8", 2)]
    [InlineData("B5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,B1", 0)]
    [InlineData("B5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,B5", 1)]
    [InlineData("B4,虚构,F,city,true,,,B5\nB5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,B7\nB7,虚构,F,city,true,,,B5", 1)]
    [InlineData("B5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,B5\nB7,虚构,F,city,true,,,B8\nB8,虚构,F,city,true,,,B7", 2)]
    public void ReferencesAreKnown_Successor_IsInFileOrMaster(string rows, int findings) => AssertReferences(
        Banks + rows, findings);

    [Theory]
    [InlineData("320971,区,Zone,320902,zone", 0)]
    [InlineData("100000,国,Nation,,nation", 0)]
    [InlineData("1,甲,A,2,county\n2,乙,B,320900,county", 0)]
    [InlineData("1,甲,A,1,county", 1)]
    [InlineData("1,甲,A,3,county", 1)]
    [InlineData("1,甲,A,3,county\n2,乙,B,3,county", 2)]
    [InlineData("1,甲,A,2,county\n2,乙,B,1,county", 1)]
    public void ReferencesAreKnown_Parent_IsInFileOrMaster(string rows, int findings) =>
        AssertReferences("region_code,name_zh,name_en,parent,kind\n" + rows, findings);

    [Fact]
    public void ReferencesAreKnown_SuccessorsInACircle_NamesTheLineAndTheWay()
    {
        Finding finding = Assert.Single(Check.Book.Check(
            Parse(Banks + "B4,虚构,F,city,true,,,B5\nB5,虚构,F,city,true,,,B6\nB6,虚构,F,city,true,,,B5"), Check.Stored()));

        Assert.Equal(("B5 → B6 → B5", new SourceCell("", 3, 8)), (finding.Found, finding.Cell));
    }

    /// <summary>B1 is stored without a successor; a file that gives it one closes the circle with what is stored.</summary>
    [Fact]
    public void ReferencesAreKnown_CircleWithAStoredBank_IsRefused()
    {
        CheckContext stored = Check.Stored() with
        {
            Master = new MasterData([Check.Bank("B1", null, null), Check.Bank("B2", null, null, "B1")], []),
        };

        Assert.Equal("B1 → B2 → B1", Assert.Single(new ReferencesAreKnown().Check(Parse(Banks + "B1,虚构,F,city,true,,,B2"), stored)).Found);
        Assert.Empty(new ReferencesAreKnown().Check(Parse(Banks + "B1,虚构,F,city,true,,,B2\nB2,虚构,F,city,true,,,"), stored));
    }

    [Fact]
    public void ReferencesAreKnown_LongCircle_IsShownShortened()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 50).Select(at => $"C{at},虚构,F,city,true,,,C{(at + 1) % 50}"));

        Assert.Equal(
            "C0 → C1 → C2 → C3 → C4 → C5 → …", Assert.Single(new ReferencesAreKnown().Check(Parse(Banks + rows), Check.Stored())).Found);
    }

    private static ParsedFile Parse(string text) => Sample.Parse("master.csv", Encoding.UTF8.GetBytes(text));

    private static void AssertReferences(string text, int findings)
    {
        ParsedFile file = Sample.Parse("master.csv", Encoding.UTF8.GetBytes(text));
        Assert.Empty(file.Findings);
        Assert.Equal(findings, new ReferencesAreKnown().Check(file, Check.Stored()).Count());
        Assert.Equal(findings, Check.Book.Check(file, Check.Stored()).Count);
    }
}
