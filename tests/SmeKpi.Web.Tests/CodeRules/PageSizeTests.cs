namespace SmeKpi.Web.Tests.CodeRules;

/// <summary>Pages stay thin: what they show is made in readers and drawn in panels.</summary>
public sealed class PageSizeTests
{
    [Fact]
    public void Page_MarkupAndCode_StayWithinTheirBudget()
    {
        IEnumerable<string> tooLong = SourceFiles.All(".razor")
            .Where(file => file.Path.Contains("/Components/Pages/", StringComparison.Ordinal))
            .Select(file => (file.Path, Parts: file.Text.Split("@code {")))
            .Where(page => Lines(page.Parts[0]) > 80 || (page.Parts.Length > 1 && Lines(page.Parts[1]) > 60))
            .Select(page => page.Path);

        Assert.Empty(tooLong);
    }

    private static int Lines(string text) => text.Split('\n').Length;
}
