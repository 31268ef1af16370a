using System.Globalization;
using System.Text;
using SmeKpi.Core.Sources.Returns;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>The blank tidy return: comment lines that explain it, then the header. Comments are not read.</summary>
internal static class TidyTemplate
{
    private const int NoteLines = 6;
    private const string NationalBank = "pboc";
    private const string NationalFundingCentre = "nifc";

    public static LocalizedText Title => TemplateWords.Both("TidyTitle");

    public static byte[] Make(IndicatorCatalog indicators, CultureInfo culture)
    {
        IEnumerable<string> lines =
        [
            .. TemplateWords.Lines("TidyNote", NoteLines, culture),
            .. indicators.All.Where(IsReported).Select(indicator => Describe(indicator, culture)),
            TemplateWords.In("TidyExample", culture),
        ];
        StringBuilder text = new();
        foreach (string line in lines)
        {
            text.Append("# ").Append(line).Append("\r\n");
        }

        text.AppendJoin(',', TidyReturnParser.Header).Append("\r\n");

        // Spreadsheet programs take a file without the mark for one in the code page of the machine.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // What the central bank publishes for the nation is not reported by anybody here.
    private static bool IsReported(Indicator indicator) =>
        indicator.Publisher is not (NationalBank or NationalFundingCentre);

    // Without commas and quotes, which a spreadsheet program would take apart.
    private static string Describe(Indicator indicator, CultureInfo culture)
    {
        string unit = TemplateWords.In($"TidyUnit.{indicator.Unit}", culture);
        string name = indicator.Name.In(culture.Name).Replace(",", ";", StringComparison.Ordinal);
        return $"{indicator.Code}  |  {name}  |  {string.Join(" / ", indicator.Scopes)}  |  {unit}";
    }
}
