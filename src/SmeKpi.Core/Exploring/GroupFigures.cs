using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Exploring;

/// <summary>The sum of a group of subjects for one month.</summary>
/// <param name="Number">Null when nobody has a value, or when <see cref="Why"/> forbids it.</param>
/// <param name="Why">Why there is no whole number; null when the number stands for the whole group.</param>
/// <param name="Expected">How many subjects should have one; of the total of an area its open banks.</param>
internal readonly record struct GroupFigure(
    decimal? Number, MissingReason? Why, int Expected, int Present, bool Synthetic)
{
    public bool IsComplete => Number is not null && Why is null;
}

/// <summary>Adds up figures by the rules of <see cref="SheetBook"/>, as far as somebody may see them.</summary>
/// <param name="rows">Subjects outside of them have no value.</param>
/// <param name="groups">Totals of areas that rest on few banks are withheld from whoever does not see every bank.</param>
internal sealed class GroupFigures(SheetBook figures, RowScope rows, SmallGroups groups, string city)
{
    private readonly Dictionary<FigureRequest, IReadOnlySet<string>> _withheld = [];

    /// <summary>A group and what it is a part of, of the same origin: the areas of its banks, or the city of its areas.</summary>
    public (GroupFigure Part, GroupFigure Whole) Share(IReadOnlyList<Subject> group, FigureRequest request)
    {
        bool ofBanks = group.Any(subject => subject.Bank is not null);
        IReadOnlyList<Subject> whole = ofBanks
            ? [.. group.Select(subject => subject.Region).Distinct().Select(region => new Subject(region))]
            : [new Subject(city)];
        bool published = !ofBanks
            && group.Concat(whole).All(subject => figures.Published(subject, request).Number is not null);
        return (Of(group), Of(whole));

        GroupFigure Of(IReadOnlyList<Subject> subjects) => Sum([.. subjects.Select(subject => rows.Sees(subject.Region, subject.Bank, city)
            ? this.Of(subject, published ? figures.Published(subject, request) : figures.OfBanks(subject, request))
            : Closed(MissingReason.NotYours))]);
    }

    /// <summary>One figure for each request, all of the same origin where the subject is the total of an area.</summary>
    public IReadOnlyList<GroupFigure> Resolve(IReadOnlyList<Subject> group, IReadOnlyList<FigureRequest> requests)
    {
        if (group.Count == 1)
        {
            return One(group[0], requests);
        }

        IReadOnlyList<IReadOnlyList<GroupFigure>> parts = [.. group.Select(subject => One(subject, requests))];
        return [.. requests.Select((_, at) => Sum([.. parts.Select(part => part[at])]))];
    }

    private static GroupFigure Sum(IReadOnlyList<GroupFigure> parts)
    {
        // What may not be seen must not be computed from a sum either.
        if (parts.FirstOrDefault(part => part.Why is MissingReason.NotYours or MissingReason.Withheld) is { Why: { } closed })
        {
            return new GroupFigure(null, closed, parts.Count, 0, Synthetic: false);
        }

        List<GroupFigure> due = [.. parts.Where(part => part.Why != MissingReason.NotOpen)];
        List<GroupFigure> known = [.. due.Where(part => part.Number is not null)];
        return new GroupFigure(
            known.Count == 0 ? null : known.Sum(part => part.Number!.Value),
            due.Count == 0 ? MissingReason.NotOpen
                : known.Count == 0 ? MissingReason.NotReported
                : due.TrueForAll(part => part.IsComplete) ? null
                : MissingReason.Incomplete,
            due.Sum(part => part.Expected),
            known.Sum(part => part.Present),
            known.Exists(part => part.Synthetic));
    }

    private IReadOnlyList<GroupFigure> One(Subject subject, IReadOnlyList<FigureRequest> requests)
    {
        if (!rows.Sees(subject.Region, subject.Bank, city))
        {
            return [.. requests.Select(_ => Closed(MissingReason.NotYours))];
        }

        IReadOnlyList<ResolvedFigure> found = figures.Resolve(subject, requests);
        return [.. found.Select(figure => Of(subject, figure))];
    }

    private GroupFigure Of(Subject subject, ResolvedFigure figure)
    {
        if (subject.Bank is null && !rows.SeesEveryBank && IsClosed(subject, figure))
        {
            return Closed(MissingReason.Withheld);
        }

        if (figure.Number is null)
        {
            return Closed(IsOpen(subject, figure.Request) ? MissingReason.NotReported : MissingReason.NotOpen);
        }

        if (figure.IsComplete)
        {
            return new GroupFigure(figure.Number, null, 1, 1, figure.Synthetic);
        }

        Completeness count = figures.Count(subject, figure.Request);
        return new GroupFigure(figure.Number, MissingReason.Incomplete, count.Expected, count.Received, figure.Synthetic);
    }

    /// <summary>A small group; of the city, too, while few banks have reported: a sum of one is that bank's own figure.</summary>
    private bool IsClosed(Subject subject, ResolvedFigure figure) => subject.Region != city
        ? Withheld(figure.Request).Contains(subject.Region)
        : figure is { Origin: Origin.Banks, Number: not null } && figures.Count(subject, figure.Request).Received < groups.Fewest;

    private static GroupFigure Closed(MissingReason why) => new(null, why, 1, 0, Synthetic: false);

    private bool IsOpen(Subject subject, FigureRequest request) => subject.Bank is not { } code
        || (figures.Master.FindBank(code) is { } bank && BankLife.IsOpen(figures.Master, bank, request.Month));

    private IReadOnlySet<string> Withheld(FigureRequest request)
    {
        if (!_withheld.TryGetValue(request, out IReadOnlySet<string>? areas))
        {
            areas = groups.Withheld([.. figures.ReportersByArea(request)
                .Select(part => new AreaGroup(part.Area.Code, part.Area.Parent, part.Banks))]);
            _withheld.Add(request, areas);
        }

        return areas;
    }
}
