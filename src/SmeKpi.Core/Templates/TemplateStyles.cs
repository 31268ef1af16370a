using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeKpi.Core.Templates;

/// <summary>The styles of templates, in the order of <see cref="CellStyle"/>.</summary>
internal static class TemplateStyles
{
    // Numbers of formats that every spreadsheet program knows: #,##0; #,##0.00; text.
    private const uint WholeNumber = 3;
    private const uint TwoDecimals = 4;
    private const uint TextAsTyped = 49;

    private const uint BoldFont = 1;
    private const uint HeadFill = 2;
    private const uint InputFill = 3;
    private const uint ThinBorder = 1;

    public static Stylesheet Sheet() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFE3ECF7"),
            Solid("FFFFFBE6")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(TextAsTyped),
            Format(TextAsTyped, font: BoldFont),
            Format(TextAsTyped, font: BoldFont, fill: HeadFill, border: ThinBorder, wrap: true),
            Format(TextAsTyped, fill: InputFill, border: ThinBorder),
            Format(TwoDecimals, fill: InputFill, border: ThinBorder),
            Format(WholeNumber, fill: InputFill, border: ThinBorder),
            Format(TextAsTyped, wrap: true)));

    private static CellFormat Format(uint number, uint font = 0, uint fill = 0, uint border = 0, bool wrap = false)
    {
        CellFormat format = new()
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
            ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true,
        };
        if (wrap)
        {
            format.ApplyAlignment = true;
            format.Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top };
        }

        return format;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour })
    {
        PatternType = PatternValues.Solid,
    });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });
}
