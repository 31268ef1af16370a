namespace SmeKpi.Core.Supervision.Scorecards;

/// <summary>The scorecard of one bank for one year, as far as its items are known.</summary>
/// <param name="Branch">Which line of the table item 1.1.1 rests on.</param>
/// <param name="IsProvisional">True before December: the year still runs.</param>
public sealed record Scorecard(IReadOnlyList<ScoreLine> Lines, GrowthBranch Branch, bool IsProvisional, ScoreGrade? Grade)
{
    /// <summary>Of the lines that have points.</summary>
    public decimal Points => Lines.Sum(line => line.Points ?? 0m);

    /// <summary>The most points that those lines can give: what can be said of the whole.</summary>
    public decimal Assessable => Lines.Where(line => line.Points is not null).Sum(line => line.Item.Range!.Value.To);

    /// <summary>Lines without points: while there are any, there is no grade.</summary>
    public int Missing => Lines.Count(line => line.Points is null);

    /// <summary>Whether a figure or a decision of this year or the last is made up.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The scorecard of the year of the month.</summary>
    public static Scorecard Of(BankInput input)
    {
        GrowthYear now = GrowthYear.Of(input);
        GrowthYear before = GrowthYear.Of(input.In(input.Month.EndOfLastYear));
        GrowthPoints growth = GrowthOrPlan.Of(now, before);
        List<ScoreLine> lines =
        [
            .. input.Rules.Scorecard.Items.Select(item => item.IsComputed
                ? new ScoreLine(item, growth.Points, null)
                : input.Rules.Points.Find(input.Code, input.Month.Year, item.Id, input.Today) is { } entered
                    ? new ScoreLine(item, entered.Points, entered)
                    : new ScoreLine(item, null, null)),
        ];
        bool isWhole = lines.TrueForAll(line => line.Points is not null);
        return new Scorecard(
            lines,
            growth.Branch,
            !input.Month.IsDecember,
            isWhole ? input.Rules.Scorecard.GradeOf(lines.Sum(line => line.Points!.Value)) : null)
        {
            Synthetic = now.Synthetic || before.Synthetic,
        };
    }
}

/// <param name="Points">Null while nothing is known: never zero.</param>
/// <param name="Entered">Who entered them, from where; null when the program computed them or there are none.</param>
public sealed record ScoreLine(ScoreItem Item, decimal? Points, EnteredPoint? Entered);
