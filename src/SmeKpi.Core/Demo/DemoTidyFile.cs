using System.Globalization;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>Writes tidy returns and the bank master: UTF-8 without BOM, LF, marked as synthetic.</summary>
internal sealed class DemoTidyFile
{
    private const string Header = "month,bank_code,region_code,indicator,scope,value,unit";

    private static readonly string s_wan = DemoText.Word("wan");
    private static readonly string s_yi = DemoText.Word("yi");
    private static readonly string s_count = DemoText.Word("count");

    private readonly StringBuilder _text = new();
    private readonly string _name;

    public DemoTidyFile(string name, DateTime received, string header = Header)
    {
        _name = name;
        Line("# synthetic: true");
        Line("# " + DemoText.Word("preamble-zh"));
        Line("# " + DemoText.Word("preamble-en"));
        Line(string.Create(CultureInfo.InvariantCulture, $"# received: {received:yyyy-MM-dd'T'HH:mm:ss}+08:00"));
        Line(header);
    }

    public void Line(string text) => _text.Append(text).Append('\n');

    /// <param name="hundredths">The amount in hundredths of 万元.</param>
    public void Wan(YearMonth month, string bank, string area, string indicator, string scope, long hundredths) =>
        Row(month, bank, area, indicator, scope, TwoDecimals(hundredths), s_wan);

    /// <param name="hundredths">The amount in hundredths of 亿元.</param>
    public void Yi(YearMonth month, string area, string indicator, string scope, long hundredths) =>
        Row(month, "", area, indicator, scope, TwoDecimals(hundredths), s_yi);

    public void Count(YearMonth month, string bank, string area, string indicator, string scope, long count) =>
        Row(month, bank, area, indicator, scope, count.ToString(CultureInfo.InvariantCulture), s_count);

    public SourceFile ToFile() => new(_name, Encoding.UTF8.GetBytes(_text.ToString()));

    private void Row(
        YearMonth month, string bank, string area, string indicator, string scope, string value, string unit) =>
        _text.Append(month.ToString()).Append(',').Append(bank).Append(',').Append(area).Append(',')
            .Append(indicator).Append(',').Append(scope).Append(',').Append(value).Append(',').Append(unit)
            .Append('\n');

    private static string TwoDecimals(long hundredths) =>
        (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
