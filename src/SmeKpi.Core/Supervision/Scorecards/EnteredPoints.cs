using System.Globalization;
using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>Points that somebody entered for one item.</summary>
public sealed record EnteredPoint(
    string Bank, int Year, string Item, decimal Points, DateOnly On, string By, string Source);

/// <summary>Items of the scorecard entered by hand: scorecard-points.csv. What was entered later replaces it from its day on.</summary>
public sealed class EnteredPoints(IReadOnlyList<EnteredPoint> rows)
{
    private static readonly string[] s_columns =
        ["bank", "year", "item", "points", "entered-on", "entered-by", "source"];

    /// <returns>What was entered last by a day; null when nothing was.</returns>
    public EnteredPoint? Find(string bank, int year, string item, DateOnly knownOn) => rows
        .Where(row => row.Bank == bank && row.Year == year && row.Item == item && row.On <= knownOn)
        .MaxBy(row => row.On);

    /// <exception cref="DataFileException">The file is missing or a row is wrong; the message names file, line, value and form.</exception>
    public static EnteredPoints Load(string file, ScorecardDefinition scorecard)
    {
        List<EnteredPoint> found = [];
        bool head = false;
        foreach ((string text, int at) in DataFile.Read(file).ReplaceLineEndings("\n").Split('\n').Select((text, at) => (text.Trim(), at + 1)))
        {
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            string[] cells = text.Split(',', StringSplitOptions.TrimEntries);
            if (!head)
            {
                head = cells.SequenceEqual(s_columns)
                    ? true
                    : throw new DataFileException(file, at, $"found '{text}', expected the columns {string.Join(", ", s_columns)}");
                continue;
            }

            EnteredPoint row = Read(file, at, cells, scorecard);
            found.Add(found.Exists(other => (other.Bank, other.Year, other.Item, other.On) == (row.Bank, row.Year, row.Item, row.On))
                ? throw new DataFileException(file, at, $"found '{row.Bank} {row.Year} {row.Item} {cells[4]}' twice, expected one entry for each day")
                : row);
        }

        return head ? new EnteredPoints(found)
            : throw new DataFileException(file, 1, $"expected the columns {string.Join(", ", s_columns)}");
    }

    private static EnteredPoint Read(string file, int line, string[] cells, ScorecardDefinition scorecard)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (cells.Length != s_columns.Length || cells.Any(cell => cell.Length == 0))
        {
            throw new DataFileException(file, line, $"found {cells.Length} cells or an empty one, expected {s_columns.Length} that are filled");
        }

        ScoreItem item = scorecard.Items.FirstOrDefault(each => each is { IsComputed: false, Range: not null } && each.Id == cells[2])
            ?? throw Wrong(2, "an item of scorecard.yaml that has points and is not computed");
        return new EnteredPoint(
            cells[0],
            int.TryParse(cells[1], NumberStyles.None, invariant, out int year) && year is >= 2015 and <= 2100
                ? year : throw Wrong(1, "a year, as in 2025"),
            item.Id,
            decimal.TryParse(cells[3], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out decimal points)
                && points >= item.Range!.Value.From && points <= item.Range.Value.To
                ? points : throw Wrong(3, string.Create(invariant, $"a number from {item.Range!.Value.From} to {item.Range.Value.To}")),
            DateOnly.TryParseExact(cells[4], "yyyy-MM-dd", invariant, default, out DateOnly on)
                ? on : throw Wrong(4, "a date, as in 2026-01-31"),
            cells[5],
            cells[6]);

        DataFileException Wrong(int column, string expected) =>
            new(file, line, $"{s_columns[column]}: found '{cells[column]}', expected {expected}");
    }
}
