using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Forms;

/// <summary>The relations that many rules on forms have in common. A relation with an empty cell cannot be judged.</summary>
internal static class FormChecks
{
    /// <summary>The sheets of a form in a file.</summary>
    public static IEnumerable<FormSheet> Of(ParsedFile file, string form) =>
        file.Forms.Where(sheet => sheet.Form == form);

    /// <summary>The total is the sum of its parts, as far as rounding lets one tell.</summary>
    public static Finding? Sum(
        string rule,
        FormSheet sheet,
        (string Item, string Column) total,
        params IReadOnlyList<(string Item, string Column)> parts)
    {
        if (sheet.Find(total.Item, total.Column) is not { Shown: { } whole } cell || Total(sheet, parts) is not { } sum)
        {
            return null;
        }

        return whole.CanEqual(sum)
            ? null
            : new Finding(
                rule, cell.Cell, $"{Name(total)} = {cell.Value}", $"{string.Join(" + ", parts.Select(Name))} = {sum}");
    }

    /// <summary>A part, or the sum of several, is no larger than the whole or the sum of its parts.</summary>
    public static Finding? Within(
        string rule,
        FormSheet sheet,
        IReadOnlyList<(string Item, string Column)> parts,
        params IReadOnlyList<(string Item, string Column)> wholes)
    {
        if (Total(sheet, parts) is not { } part || Total(sheet, wholes) is not { } limit)
        {
            return null;
        }

        return part.CanBeAtMost(limit)
            ? null
            : new Finding(
                rule, sheet.Find(parts[0].Item, parts[0].Column)!.Cell,
                $"{string.Join(" + ", parts.Select(Name))} = {part}",
                $"≤ {string.Join(" + ", wholes.Select(Name))} = {limit}");
    }

    /// <summary>Of two cells both are zero or neither is.</summary>
    public static Finding? ZeroTogether(
        string rule, FormSheet sheet, (string Item, string Column) one, (string Item, string Column) other)
    {
        if (sheet.Find(one.Item, one.Column) is not { Value: { } first } cell
            || sheet.Find(other.Item, other.Column)?.Value is not { } second
            || (first.Number == 0m) == (second.Number == 0m))
        {
            return null;
        }

        return new Finding(rule, cell.Cell, $"{Name(one)} = {first}; {Name(other)} = {second}", "0 ⇔ 0");
    }

    /// <summary>Interest ÷ amount granted lies within a band, as far as rounding lets one tell.</summary>
    public static Finding? RateWithin(
        string rule, FormSheet sheet, (string Item, string Column) granted, (string Item, string Column) interest,
        decimal lowest, decimal highest)
    {
        if (sheet.Find(granted.Item, granted.Column) is not { Shown: { Low: > 0m } amount } basis
            || sheet.Find(interest.Item, interest.Column) is not { Shown: { } paid } cell
            || (paid.High >= amount.Low * lowest && paid.Low <= amount.High * highest))
        {
            return null;
        }

        return new Finding(
            rule, cell.Cell, FigureChecks.Percent(cell.Value!.Value.Number / basis.Value!.Value.Number),
            $"{FigureChecks.Percent(lowest)} .. {FigureChecks.Percent(highest)}");
    }

    /// <returns>The sum of some cells; null when one of them is empty.</returns>
    public static Interval? Total(FormSheet sheet, IReadOnlyList<(string Item, string Column)> places)
    {
        List<Interval?> shown = [.. places.Select(place => sheet.Find(place.Item, place.Column)?.Shown)];
        return shown.Contains(null) ? null : Interval.Sum(shown.OfType<Interval>());
    }

    /// <summary>The same form of the same bank, block and area for another month: in the file, or else filed before.</summary>
    public static FormSheet? At(ParsedFile file, CheckContext context, FormSheet sheet, YearMonth month) =>
        Other(file, context, sheet, sheet.Form, month);

    /// <summary>Another form of the same bank, block, area and month: in the file, or else filed before.</summary>
    public static FormSheet? Beside(ParsedFile file, CheckContext context, FormSheet sheet, string form) =>
        Other(file, context, sheet, form, sheet.Month);

    public static string Name((string Item, string Column) place) => $"{place.Item}.{place.Column}";

    private static FormSheet? Other(
        ParsedFile file, CheckContext context, FormSheet sheet, string form, YearMonth month) =>
        file.Forms.Concat(context.OtherForms).FirstOrDefault(other => other.Form == form && other.Month == month
            && other.Bank == sheet.Bank && other.Block == sheet.Block && other.Region == sheet.Region);
}
