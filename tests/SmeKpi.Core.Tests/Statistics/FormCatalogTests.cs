using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Statistics;

public sealed class FormCatalogTests
{
    private static readonly IndicatorCatalog s_indicators = IndicatorCatalog.LoadFrom(SeedData.Folder);

    [Fact]
    public void LoadFrom_SeedData_HoldsTheFourForms()
    {
        FormCatalog forms = FormCatalog.LoadFrom(SeedData.Folder, s_indicators);

        Assert.Equal(
            [
                ("G01_II", LayoutNames.NfraG01II), ("G01", LayoutNames.NfraG01),
                ("S63_I", LayoutNames.NfraS63I), ("S71_I", LayoutNames.NfraS71I),
            ],
            forms.All.Select(form => (form.Number, form.Layout)));
        Assert.Equal(36, forms.Find("S71_I")!.Columns.Count);
        Assert.Null(forms.Find("S71_II"));
    }

    [Theory]
    [InlineData("number: G01\n", "number: X1\n", 2)]
    [InlineData("unit: 万元", "unit: 千元", 7)]
    [InlineData("codes: official", "codes: guessed", 5)]
    [InlineData("kind: money, also", "kind: text, also", 11)]
    [InlineData("code: B", "code: A", 10)]
    [InlineData("code: \"62\"", "code: \"61\"", 15)]
    [InlineData("cells: [62.A]", "cells: [63.A]", 19)]
    [InlineData("cells: [62.C]", "cells: [62.E]", 20)]
    [InlineData("scope: rmb, cells: [61.A]", "scope: nfra, cells: [61.A]", 17)]
    [InlineData("indicator: loans.all.balance, scope: rmb,", "indicator: loans.nothing, scope: rmb,", 19)]
    [InlineData("title:", "titel:", 6)]
    public void Load_WrongFile_NamesItsLine(string old, string replacement, int line)
    {
        string text = DataFile.Read(Path.Combine(SeedData.Folder, "forms", "g01.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));

            DataFileException error = Assert.Throws<DataFileException>(() => FormCatalog.Load([path], s_indicators));
            Assert.Equal((path, line), (error.File, error.Line));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_SameFormTwice_IsRefused()
    {
        string path = Path.Combine(SeedData.Folder, "forms", "g01.yaml");

        Assert.Throws<DataFileException>(() => FormCatalog.Load([path, path], s_indicators));
    }
}
