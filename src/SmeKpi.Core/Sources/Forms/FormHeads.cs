namespace SmeKpi.Core.Sources.Forms;

/// <summary>The headings of the columns beside the values.</summary>
internal static class FormHeads
{
    private static readonly string[] s_items = ["项目", "项目名称", "指标名称", "ITEM"];

    private static readonly string[] s_codes =
        ["项目代码", "项目编号", "指标代码", "指标编码", "单元格", "代码", "编号", "ITEMCODE", "CODE"];

    private static readonly string[] s_values = ["数值", "指标值", "值", "金额", "VALUE"];

    public static bool IsItem(string heading) => Contains(s_items, heading);

    public static bool IsCode(string heading) => Contains(s_codes, heading);

    public static bool IsValue(string heading) => Contains(s_values, heading);

    private static bool Contains(string[] heads, string heading) =>
        heads.Contains(FormText.Compact(heading), StringComparer.Ordinal);
}
