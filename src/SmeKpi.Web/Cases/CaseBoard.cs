using SmeKpi.Core.Cases;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Cases;

/// <summary>A case as a list shows it.</summary>
/// <param name="Case">As far as the viewer may see it.</param>
/// <param name="DaysLeft">Calendar days until the deadline, negative when it has passed; null when no reply is owed.</param>
public sealed record CaseItem(SupervisoryCase Case, LocalizedText Bank, LocalizedText Subject, int? DaysLeft)
{
    public bool IsOverdue => DaysLeft < 0;

    public string Address => FormattableString.Invariant($"/cases/{Case.Id}");
}

/// <summary>Cases as far as somebody may see them.</summary>
/// <param name="Items">Overdue ones first, then open ones by their deadline, then the others, newest first.</param>
public sealed record CaseBoard(IReadOnlyList<CaseItem> Items, DateOnly Today, bool MayOpen)
{
    public static CaseBoard Empty { get; } = new([], DateOnly.MinValue, false);

    /// <summary>The open cases of one bank, for its own page.</summary>
    public IReadOnlyList<CaseItem> OpenOf(string bank) => [.. Items.Where(item => item.Case.IsOpen && item.Case.Bank == bank)];

    public static IEnumerable<CaseItem> Sorted(IEnumerable<CaseItem> items) => items
        .OrderBy(item => item.IsOverdue ? 0 : item.Case.IsOpen ? 1 : 2)
        .ThenBy(item => item.Case.IsOpen ? item.Case.Deadline ?? DateOnly.MaxValue : DateOnly.MaxValue)
        .ThenByDescending(item => item.Case.Id);
}

/// <summary>A reading then and now, side by side.</summary>
/// <param name="Then">As the notice says; null while it is a draft.</param>
/// <param name="Now">Null when there is no reading any more.</param>
public sealed record CaseComparison(string Provision, LocalizedText Name, CaseFigure? Then, CaseFigure? Now)
{
    public bool HasChanged => Then is { } then && (Now?.Value != then.Value || Now?.Standing != then.Standing);
}

/// <summary>One case as its page shows it.</summary>
/// <param name="KnownSince">The as-of moment of the figures in the notice; null while it is a draft or without figures.</param>
/// <param name="Acts">What this person could do now: null when it is allowed, else why not.</param>
/// <param name="Proposed">The deadline that is proposed when the bank is asked.</param>
public sealed record CaseView(
    CaseItem Item,
    IReadOnlyList<CaseComparison> Figures,
    DateTimeOffset? KnownSince,
    IReadOnlyDictionary<CaseAct, CaseRefusal?> Acts,
    DateOnly Today,
    DateOnly Proposed)
{
    public SupervisoryCase Case => Item.Case;

    public bool IsSynthetic => Case.Synthetic || Figures.Any(figure => (figure.Then ?? figure.Now)?.Synthetic == true);

    public bool May(CaseAct act) => Acts[act] is null;
}

/// <summary>What the form for a new case offers.</summary>
/// <param name="Figures">As known now; none before bank, subject and month are chosen.</param>
/// <param name="Wrong">The parameter of the address that cannot be used, with what was found; null when all can.</param>
public sealed record CaseOffer(
    IReadOnlyList<(string Code, LocalizedText Name)> Banks,
    IReadOnlyList<CaseSubject> Subjects,
    LocalizedText? Bank,
    CaseSubject? Subject,
    YearMonth? Month,
    IReadOnlyList<CaseComparison> Figures,
    (string Name, string Found)? Wrong)
{
    public static CaseOffer Empty { get; } = new([], [], null, null, null, [], null);

    public bool IsComplete => Bank is not null && Subject is not null && Month is not null;
}
