using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Sources.Forms;

/// <summary>The headings of a form's columns, made comparable once for all rows of a sheet.</summary>
internal sealed class FormHeadings
{
    private readonly Dictionary<string, FormColumn> _tops = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Under, string Name), FormColumn> _parts = [];

    public FormHeadings(FormDefinition form)
    {
        Form = form;
        foreach (FormColumn column in form.Columns)
        {
            string[] names = [column.Name.Zh, column.Name.En, .. column.Also];
            foreach (string name in names.Select(FormText.Compact))
            {
                _ = column.Under is { } under ? _parts.TryAdd((under, name), column) : _tops.TryAdd(name, column);
            }
        }
    }

    public FormDefinition Form { get; }

    /// <returns>Null when no column without another above it is called so.</returns>
    public FormColumn? Top(string name) => _tops.GetValueOrDefault(name);

    /// <returns>The column below another one; the other one itself for its total.</returns>
    public FormColumn? Under(FormColumn top, string name) =>
        name is "合计" or "小计" or "TOTAL" ? top : _parts.GetValueOrDefault((top.Code, name));
}
