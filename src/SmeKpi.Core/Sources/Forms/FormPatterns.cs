using System.Text.RegularExpressions;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>The fixed shapes in forms. All are matched against narrow text, see <see cref="FormText"/>.</summary>
internal static partial class FormPatterns
{
    /// <summary>The number of a form: S71_I, SF7101, GF0102; not the code of a cell such as GF0102_6_A.</summary>
    [GeneratedRegex("(?<![A-Z0-9])(?<form>[GS]F?[0-9]{2,4})(?:[_ -]?(?<part>[IVX]+))?(?![A-Z0-9_$])")]
    public static partial Regex Number();

    [GeneratedRegex("第(?<part>[IVX]+|[一二三四五六七八九十])部分")]
    public static partial Regex Part();

    /// <summary>The code of a column at the start of its heading: A5, "A5 1000万元", A5.</summary>
    [GeneratedRegex(@"^(?<code>[A-Z][0-9]?)(?=$|[\s.、:)-]|[\u4E00-\u9FFF])")]
    public static partial Regex Column();

    /// <summary>The code of a row, alone or before its label: 1. | 1.1 | S71_I_1. | 62.各项贷款.</summary>
    [GeneratedRegex(
        @"^(?:[GS]F?[0-9]{2,4}(?:_[IVX]+)?_)?(?<code>[0-9]+(?:\.(?:[0-9]+|[a-zA-Z](?![a-zA-Z])))*)"
        + @"[.、]?(?![0-9.,%])\s*(?<rest>.*)$")]
    public static partial Regex Row();

    /// <summary>The code of one cell: S71_I_1..A5.2021, S63_I_1.1.3.C, or GF0102_6_A with the row of a sheet.</summary>
    [GeneratedRegex(
        @"^(?<form>[GS]F?[0-9]{2,4}(?:_[IVX]+)?)_(?:(?<item>[0-9]+(?:\.[0-9a-z]+)*)\.{1,2}|[0-9]+_)"
        + @"(?<column>[A-Z][0-9]?)(?:\.[0-9]{4})?$")]
    public static partial Regex CellCode();

    /// <summary>What may stand before a label and says nothing: 其中:, (一), 一、.</summary>
    [GeneratedRegex(@"^(?:其中:?|OFWHICH:?|[一二三四五六七八九十]+、|\([一二三四五六七八九十0-9]+\))+")]
    public static partial Regex LabelStart();

    /// <summary>A remark in brackets at the end of a label.</summary>
    [GeneratedRegex(@"\([^()]*\)$")]
    public static partial Regex LabelEnd();

    /// <summary>The unit behind 单位: 万元, 人民币万元, 万元、户.</summary>
    [GeneratedRegex("^(?:人民币)?(?<unit>亿元|万元|元)(?:人民币)?(?:$|[、,;/( ].*$)")]
    public static partial Regex Unit();
}
