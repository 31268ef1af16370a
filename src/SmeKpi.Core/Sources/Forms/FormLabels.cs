using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>Knows the items of a form by their labels, and which rows stand above the one being read.</summary>
internal sealed class FormLabels(FormDefinition form)
{
    private const string Loans = "贷款";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _needed =
        [.. form.Figures.SelectMany(figure => figure.Cells).Select(place => place.Item)];

    private FormItem? _above;

    /// <summary>True when a figure is made of the item.</summary>
    public bool IsNeeded(FormItem item) => _needed.Contains(item.Code);

    /// <summary>Notes that a row was read as this item.</summary>
    /// <returns>False when it was not the first one.</returns>
    public bool Pass(FormItem item)
    {
        _above = item;
        return _seen.Add(item.Code);
    }

    /// <summary>The item that is called exactly so, but for numbering, 其中 and a remark in brackets.</summary>
    /// <returns>Null when there is none, or several and the rows above do not tell which.</returns>
    public FormItem? Find(string label)
    {
        string name = FormPatterns.LabelStart().Replace(FormText.Compact(label), "");
        List<FormItem> called = Called(name);
        if (called.Count == 0)
        {
            called = Called(FormPatterns.LabelEnd().Replace(name, ""));
        }

        return called.Count > 1
            ? called.FirstOrDefault(item => item.Parent is { } parent && IsBelow(parent))
            : called.FirstOrDefault(MayStandHere);
    }

    /// <summary>True when the label may be another wording of the item's own: a remark added, 贷款 left out.</summary>
    public static bool Resembles(FormItem item, string label)
    {
        string compact = FormText.Compact(label);
        return Names(item).Any(name => compact.Contains(Stem(name), StringComparison.Ordinal));
    }

    private List<FormItem> Called(string name) =>
        [.. form.Items.Where(item => Names(item).Contains(name, StringComparer.Ordinal))];

    // 创业担保贷款 below another heading than its own is another row, not known here.
    private bool MayStandHere(FormItem item) =>
        IsNeeded(item) || item.Parent is not { } parent || !_seen.Contains(parent) || IsBelow(parent);

    private bool IsBelow(string parent)
    {
        for (FormItem? at = _above; at is not null; at = at.Parent is { } up ? form.FindItem(up) : null)
        {
            if (at.Code == parent)
            {
                return true;
            }
        }

        return false;
    }

    private static string Stem(string name) =>
        name.EndsWith(Loans, StringComparison.Ordinal) && name.Length > 2 * Loans.Length ? name[..^Loans.Length] : name;

    private static IEnumerable<string> Names(FormItem item)
    {
        string[] names = [item.Label.Zh, item.Label.En, .. item.Also];
        return names.Select(FormText.Compact);
    }
}
