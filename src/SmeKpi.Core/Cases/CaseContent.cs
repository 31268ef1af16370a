using SmeKpi.Core.Units;

namespace SmeKpi.Core.Cases;

/// <summary>What is fit to be written into a case.</summary>
public static class CaseContent
{
    public const int ShortestText = 5;

    /// <summary>So that a notice prints on one sheet.</summary>
    public const int LongestText = 1500;

    public const int MostLines = 20;

    public const int LongestTitle = 100;

    private const int MostDays = 366;
    private const int FirstYear = 2000;

    /// <returns>Null when the text is fit.</returns>
    public static CaseRefusal? Text(string? text) =>
        text?.Trim() is { Length: >= ShortestText and <= LongestText } fit && fit.Count(letter => letter == '\n') < MostLines
            ? null
            : CaseRefusal.TextIsUnfit;

    /// <summary>A bank is given at least until tomorrow, and at most a year.</summary>
    public static CaseRefusal? Deadline(DateOnly? day, DateOnly today) =>
        day > today && day <= today.AddDays(MostDays) ? null : CaseRefusal.DeadlineIsUnfit;

    /// <param name="today">The day in the city; a month that has not begun is unfit.</param>
    public static CaseRefusal? Open(NewCase made, CaseSubject? subject, DateOnly today) =>
        subject is null ? CaseRefusal.SubjectIsUnknown
        : subject.IsFree && made.Title?.Trim() is not { Length: >= 2 and <= LongestTitle } ? CaseRefusal.TitleIsUnfit
        : made.Month is not { } month || month.Year < FirstYear || month > new YearMonth(today.Year, today.Month) ? CaseRefusal.MonthIsUnfit
        : Text(made.Text);

    /// <summary>Whether what comes with an act is fit; ask <see cref="CaseRules.WhyNot"/> whether the act is allowed.</summary>
    public static CaseRefusal? Move(CaseMove move, SupervisoryCase found, DateOnly today) => move.Act switch
    {
        CaseAct.Send => Deadline(move.Deadline, today),
        CaseAct.SendBack => Text(move.Text) ?? Deadline(move.Deadline, today),
        CaseAct.Reply => null,
        CaseAct.Close => Text(move.Text) ?? Finding(move.Finding, found),
        _ => Text(move.Text),
    };

    // Where the bank said nothing, nothing was agreed and nobody can say that it was resolved.
    private static CaseRefusal? Finding(CaseFinding? finding, SupervisoryCase found) =>
        finding is null || (found.State != CaseState.Replied && finding != CaseFinding.NotResolved)
            ? CaseRefusal.FindingIsUnfit
            : null;
}
