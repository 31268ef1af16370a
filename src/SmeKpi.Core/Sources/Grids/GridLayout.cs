using SmeKpi.Core.Sources.Forms;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>A layout of workbooks and pages: which tables are its own, and how they are read together.</summary>
/// <param name="Name">One of <see cref="LayoutNames"/>; a parser of several forms may give a narrower one.</param>
/// <param name="Recognises">Looks at the content of a table only, never at the file's name.</param>
/// <param name="Parse">Reads all tables of the file that were recognised, in their order; at least one.</param>
internal sealed record GridLayout(
    string Name, Func<Grid, bool> Recognises, Func<IReadOnlyList<Grid>, SourceContext, ParsedFile> Parse)
{
    /// <summary>True when a file with a second table of this layout cannot be understood.</summary>
    public bool OneTable { get; init; }

    /// <summary>The layouts that are read; what the tables of some look like is data that the context brings.</summary>
    public static IReadOnlyList<GridLayout> For(SourceContext context) =>
    [
        new(LayoutNames.PbocCreditFunds, CreditFundsParser.Recognises, CreditFundsParser.Parse) { OneTable = true },
        new(LayoutNames.Nfra1104, grid => FormScan.FormOf(grid, context.Forms) is not null, FormParser.Parse),
        new(LayoutNames.PbocProvinceTable, ProvinceTableParser.Recognises, ProvinceTableParser.Parse),
        new(LayoutNames.PbocCityTable, CityTableParser.Recognises, CityTableParser.Parse),
    ];
}
