using System.Text.RegularExpressions;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>Reads one file of seed-data/forms.</summary>
internal static partial class FormFile
{
    /// <summary>元, 万元, 亿元</summary>
    private static readonly string[] s_units = ["\u5143", "\u4E07\u5143", "\u4EBF\u5143"];

    private static readonly Dictionary<string, Unit> s_kinds = new() { ["money"] = Unit.Yuan, ["count"] = Unit.Count };

    private static readonly Dictionary<string, bool> s_codes = new() { ["official"] = false, ["own"] = true };

    public static FormDefinition Read(YamlMap root, IndicatorCatalog indicators)
    {
        root.Only("number", "layout", "prefixes", "codes", "title", "unit", "columns", "items", "figures");
        Dictionary<string, FormColumn> columns = [];
        foreach (YamlMap row in root.Maps("columns"))
        {
            Add(columns, row.Text("code"), Column(), ReadColumn(row, columns));
        }

        Dictionary<string, FormItem> items = [];
        foreach (YamlMap row in root.Maps("items"))
        {
            Add(items, row.Text("code"), Item(), ReadItem(row, items));
        }

        return new FormDefinition(
            Matching(root.Text("number"), Number(), "a number, as in S71_I"),
            root.Text("layout").Value,
            [.. root.Texts("prefixes").Select(prefix => Matching(prefix, Number(), "a number, as in SF7101"))],
            root.Text("codes").OneOf(s_codes),
            root.Localized("title"),
            ReadUnit(root.Text("unit")),
            [.. columns.Values],
            [.. items.Values],
            [.. root.Maps("figures").Select(row => ReadFigure(row, columns, items, indicators))]);
    }

    private static FormColumn ReadColumn(YamlMap row, Dictionary<string, FormColumn> above)
    {
        row.Only("code", "name", "kind", "under", "also");
        return new FormColumn(
            row.Text("code").Value,
            row.Localized("name"),
            row.Text("kind").OneOf(s_kinds),
            row.OptionalText("under")?.OneOf(above).Code,
            Also(row));
    }

    private static FormItem ReadItem(YamlMap row, Dictionary<string, FormItem> above)
    {
        row.Only("code", "label", "parent", "also");
        return new FormItem(
            row.Text("code").Value, row.Localized("label"), row.OptionalText("parent")?.OneOf(above).Code, Also(row));
    }

    private static FormFigure ReadFigure(
        YamlMap row,
        Dictionary<string, FormColumn> columns,
        Dictionary<string, FormItem> items,
        IndicatorCatalog indicators)
    {
        row.Only("indicator", "scope", "cells");
        Indicator indicator = row.Text("indicator").OneOf(indicators.ByCode);
        YamlText scope = row.Text("scope");
        if (!indicator.Scopes.Contains(scope.Value, StringComparer.Ordinal))
        {
            throw scope.Wrong(string.Join(" | ", indicator.Scopes));
        }

        return new FormFigure(
            indicator.Code,
            scope.Value,
            [.. row.Texts("cells").Select(cell => ReadPlace(cell, columns, items, indicator.Unit))]);
    }

    private static FormPlace ReadPlace(
        YamlText text, Dictionary<string, FormColumn> columns, Dictionary<string, FormItem> items, Unit unit)
    {
        int dot = text.Value.LastIndexOf('.');
        FormPlace place = dot > 0 ? new(text.Value[..dot], text.Value[(dot + 1)..]) : default;
        return dot > 0 && items.ContainsKey(place.Item) && columns.TryGetValue(place.Column, out FormColumn? column)
            && column.Kind == unit
            ? place
            : throw text.Wrong($"an item and a column in {unit} of this form, as in 1.A5");
    }

    private static string ReadUnit(YamlText unit) =>
        s_units.Contains(unit.Value) ? unit.Value : throw unit.Wrong(string.Join(" | ", s_units));

    private static IReadOnlyList<string> Also(YamlMap row) =>
        row.Has("also") ? [.. row.Texts("also").Select(text => text.Value)] : [];

    private static string Matching(YamlText text, Regex form, string expected) =>
        form.IsMatch(text.Value) ? text.Value : throw text.Wrong(expected);

    private static void Add<T>(Dictionary<string, T> all, YamlText code, Regex form, T item)
    {
        if (!all.TryAdd(Matching(code, form, "a code, as in A5 or 1.3"), item))
        {
            throw code.Wrong("a code that does not stand above");
        }
    }

    [GeneratedRegex("^[A-Z][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex(@"^[0-9]+(\.[0-9a-z]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex("^[GS]F?[0-9]{2,4}(_[IVX]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
