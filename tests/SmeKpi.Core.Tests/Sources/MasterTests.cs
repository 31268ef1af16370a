using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Sources;

public sealed class MasterTests
{
    private const string Banks = "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n";
    private const string Regions = "region_code,name_zh,name_en,parent,kind\n";

    [Fact]
    public void BankMaster_AllColumns_AreRead()
    {
        ParsedFile parsed = Sample.ParseText(
            "# synthetic: true\n" + Banks.TrimEnd() + ",aliases\n"
            + "B1,虚构村镇银行,Fictional Village Bank,village,true,2012-03,2020-06,B2,虚构; 村镇\n"
            + "B2,虚构银行,Fictional Bank,joint-stock,false,,,,\n");

        Assert.Empty(parsed.Findings);
        Assert.True(parsed.Synthetic);
        Bank first = parsed.Banks[0];
        Assert.Equal((BankType.Village, true, "B2"), (first.Type, first.LocallyIncorporated, first.Successor));
        Assert.Equal((new YearMonth(2012, 3), new YearMonth(2020, 6)), (first.Opened, first.Closed));
        Assert.Equal(["虚构", "村镇"], first.Aliases);
        Assert.Null(parsed.Banks[1].Opened);
        Assert.Null(parsed.Banks[1].Successor);
        Assert.Empty(parsed.Banks[1].Aliases);
    }

    [Theory]
    [InlineData(",虚构,Fictional,city,true,,,", RuleNumbers.BadMasterField, 1)]
    [InlineData("B1,,Fictional,city,true,,,", RuleNumbers.BadMasterField, 2)]
    [InlineData("B1,虚构,Fictional,savings,true,,,", RuleNumbers.BadMasterField, 4)]
    [InlineData("B1,虚构,Fictional,city,maybe,,,", RuleNumbers.BadMasterField, 5)]
    [InlineData("B1,虚构,Fictional,city,true,2012,,", RuleNumbers.BadMasterField, 6)]
    [InlineData("B1,虚构,Fictional,city,true,2020-06,2020-06,", RuleNumbers.BadMasterField, 7)]
    [InlineData("B1,虚构,Fictional,city,true,,", RuleNumbers.FieldCount, 1)]
    [InlineData("B0,虚构,Fictional,city,true,,,", RuleNumbers.RepeatedCode, 1)]
    public void BankMaster_WrongField_IsReportedWithItsPlace(string row, string rule, int column)
    {
        ParsedFile parsed = Sample.ParseText(Banks + "B0,零,Zero,city,true,,,\n" + row + "\n");

        Finding finding = Assert.Single(parsed.Findings);
        Assert.Equal((rule, new SourceCell("", 3, column)), (finding.Rule, finding.Cell));
        Assert.True(parsed.IsRefused);
    }

    [Fact]
    public void RegionMaster_AllColumns_AreRead()
    {
        ParsedFile parsed = Sample.ParseText(
            Regions + "320900,盐城市,Yancheng,320000,city\n320971,经开区,Development Zone,320902,zone\n");

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.RegionMaster, parsed.Layout);
        Assert.Equal(
            new Region("320971", new LocalizedText("经开区", "Development Zone"), "320902", RegionKind.Zone),
            parsed.Regions[1]);
    }

    [Theory]
    [InlineData("320901,市辖区,District,320900,borough", RuleNumbers.BadMasterField)]
    [InlineData("320900,盐城市,Yancheng,320000,city", RuleNumbers.RepeatedCode)]
    [InlineData("320901,市辖区,District,320900", RuleNumbers.FieldCount)]
    public void RegionMaster_WrongRow_IsRefused(string row, string rule) => Assert.Equal(
        [rule], Sample.ParseText(Regions + "320900,盐城市,Yancheng,320000,city\n" + row + "\n").Rules());
}
