using SmeKpi.Core.Sources.Grids;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>A text of a heading and where it stands.</summary>
internal sealed record HeadingText(string Text, SourceCell Cell);

/// <summary>What the rows above a table say about it, as text; null where they say nothing.</summary>
internal sealed record FormHeading(FormDefinition? Form)
{
    public HeadingText? Title { get; init; }

    public HeadingText? Unit { get; init; }

    public HeadingText? Month { get; init; }

    public HeadingText? Institution { get; init; }

    public HeadingText? Area { get; init; }

    /// <summary>口径; empty when nothing is said.</summary>
    public string Block { get; init; } = "";

    /// <summary>Takes up what one row says.</summary>
    /// <param name="tableAbove">True when a table was read with this heading: a new title then starts afresh.</param>
    /// <returns>This very heading when the row says nothing.</returns>
    public FormHeading With(Grid grid, int row, FormCatalog forms, bool tableAbove)
    {
        FormHeading heading = this;
        for (int column = 0; column < grid.ColumnCount(row); column++)
        {
            string text = grid[row, column];
            if (FormTitle.Read(text, forms) is { } title)
            {
                heading = heading.WithTitle(title, new HeadingText(text, grid.Cell(row, column)), tableAbove);
            }
            else if (FormBlock.Whole(text) is { } block)
            {
                heading = heading with { Block = block };
            }
        }

        foreach ((FormMark mark, string value, int column) in FormMarks.In(grid, row))
        {
            heading = heading.With(mark, new HeadingText(value, grid.Cell(row, column)));
        }

        return heading;
    }

    private FormHeading WithTitle(FormTitle title, HeadingText text, bool tableAbove)
    {
        FormHeading heading = tableAbove ? new FormHeading(title.Form) : this with { Form = title.Form };
        return heading with { Title = text, Block = FormBlock.In(text.Text) ?? heading.Block };
    }

    private FormHeading With(FormMark mark, HeadingText text) => mark switch
    {
        FormMark.Unit => this with { Unit = text },
        FormMark.Month => this with { Month = text },
        FormMark.Institution => this with { Institution = text },
        FormMark.Area => this with { Area = text },
        FormMark.Block => this with { Block = FormBlock.In(text.Text) ?? SourceText.Show(text.Text) },
        _ => this,
    };
}
