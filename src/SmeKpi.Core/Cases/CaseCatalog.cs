using SmeKpi.Core.Calendar;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Cases;

public enum CaseKind
{
    /// <summary>A test that the bank failed.</summary>
    Test,

    /// <summary>A filing that came late or was rejected.</summary>
    Filing,

    /// <summary>Anything else; it has a title of its own.</summary>
    Free,
}

/// <summary>What a case may be about.</summary>
/// <param name="Figures">The provisions whose readings the notice rests on, as in M01.3; may be empty.</param>
/// <param name="Notice">The beginning of a notice, with {bank} and {month}.</param>
public sealed record CaseSubject(
    string Id, CaseKind Kind, LocalizedText Name, IReadOnlyList<string> Figures, LocalizedText Notice)
{
    public bool IsFree => Kind == CaseKind.Free;
}

/// <summary>Subjects and deadlines of cases, as declared in seed-data/supervision/cases.yaml.</summary>
/// <param name="ReplyDays">Working days that a bank usually has for its reply.</param>
/// <param name="AgainDays">Working days when the reply was not enough.</param>
/// <param name="SoonDays">Working days before the deadline from which on a bank is reminded.</param>
public sealed record CaseCatalog(int ReplyDays, int AgainDays, int SoonDays, IReadOnlyList<CaseSubject> Subjects)
{
    public const string FileName = "cases.yaml";

    private static readonly Dictionary<string, CaseKind> s_kinds = new()
    {
        ["test"] = CaseKind.Test, ["filing"] = CaseKind.Filing, ["free"] = CaseKind.Free,
    };

    /// <exception cref="DataFileException">The file is missing or wrong; the message names file and line.</exception>
    public static CaseCatalog Load(string directory, PolicyDocument policy)
    {
        YamlMap root = StrictYaml.Read(Path.Combine(directory, FileName)).Only("reply-days", "again-days", "soon-days", "subjects");
        List<CaseSubject> subjects = [];
        foreach (YamlMap row in root.Maps("subjects"))
        {
            CaseSubject subject = Read(row, policy);
            subjects.Add(subjects.Exists(other => other.Id == subject.Id)
                ? throw row.Text("id").Wrong("an id that does not stand above")
                : subject);
        }

        return new CaseCatalog(Days(root.Text("reply-days")), Days(root.Text("again-days")), Days(root.Text("soon-days")), subjects);
    }

    /// <returns>Null when there is no such subject.</returns>
    public CaseSubject? Find(string? id) => Subjects.FirstOrDefault(subject => subject.Id == id);

    /// <summary>The deadline that is proposed.</summary>
    /// <param name="again">Whether the bank is asked once more.</param>
    public DateOnly Propose(DateOnly today, bool again, WorkingDays days) => days.Add(today, again ? AgainDays : ReplyDays);

    /// <summary>Whether a deadline is near; on the day itself and after it as well.</summary>
    public bool IsSoon(DateOnly deadline, DateOnly today, WorkingDays days) => days.Add(deadline, -SoonDays) <= today;

    private static CaseSubject Read(YamlMap row, PolicyDocument policy)
    {
        row.Only("id", "kind", "name", "figures", "notice");
        return new CaseSubject(
            row.Text("id").Value,
            row.Text("kind").OneOf(s_kinds),
            row.Localized("name"),
            row.Has("figures") ? [.. row.Texts("figures").Select(text => Judged(text, policy))] : [],
            row.Localized("notice"));
    }

    private static string Judged(YamlText text, PolicyDocument policy) =>
        policy.Provisions.Any(provision => provision.Id == text.Value && provision.IsJudged)
            ? text.Value
            : throw text.Wrong("a judged target, as in M01.3");

    private static int Days(YamlText text) =>
        text.ToInteger() is var days and >= 1 and <= 60 ? days : throw text.Wrong("a whole number from 1 to 60");
}
