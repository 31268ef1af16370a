namespace SmeKpi.Core.Sources.Forms;

/// <summary>口径: which part of the bank a block of a form covers.</summary>
internal static class FormBlock
{
    /// <summary>All branches in the country: the block that figures are taken from.</summary>
    public const string Domestic = "境内汇总";

    private static readonly (string Name, string[] Words)[] s_blocks =
    [
        (Domestic, ["境内汇总", "DOMESTIC"]),
        ("法人汇总", ["法人汇总", "LEGALPERSON", "LEGALENTITY"]),
        ("合并", ["合并", "CONSOLIDATED"]),
    ];

    /// <summary>A form that does not say what it covers is taken as domestic.</summary>
    public static bool GivesFigures(string block) => block.Length == 0 || block == Domestic;

    /// <summary>The block that a title, the name of a sheet or a value behind 口径 names; else null.</summary>
    public static string? In(string text)
    {
        string compact = FormText.Compact(text);
        return s_blocks.FirstOrDefault(
            block => block.Words.Any(word => compact.Contains(word, StringComparison.Ordinal))).Name;
    }

    /// <summary>The block when the text is nothing but its name.</summary>
    public static string? Whole(string text)
    {
        string compact = FormText.Compact(text).Trim('(', ')');
        foreach (string tail in new[] { "数据", "口径", "报表" })
        {
            compact = compact.EndsWith(tail, StringComparison.Ordinal) ? compact[..^tail.Length] : compact;
        }

        return s_blocks.FirstOrDefault(block => block.Words.Contains(compact, StringComparer.Ordinal)).Name;
    }
}
