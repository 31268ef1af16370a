using System.Globalization;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>What the address of the audit page asks for; the same address asks for the same at any time.</summary>
public sealed record AuditQuery
{
    private static readonly string[] s_formats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Actor { get; init; }

    public string? Action { get; init; }

    public AuditResult? Result { get; init; }

    public string? Target { get; init; }

    /// <summary>Show what is older than this entry.</summary>
    public long? Below { get; init; }

    /// <summary>Show what is newer than this entry.</summary>
    public long? Above { get; init; }

    /// <summary>The names of the parameters that have no meaning; they do not limit.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>Whether anything limits what is found.</summary>
    public bool IsLimited => (this with { Below = null, Above = null, Rejected = [] }) != new AuditQuery();

    public static IReadOnlyList<AuditResult> Results { get; } = Enum.GetValues<AuditResult>();

    public static string NameOf(AuditResult result) =>
        Enum.IsDefined(result) ? result.ToString().ToLowerInvariant() : "unreadable";

    /// <summary>A moment as its input field wants it: China's clock.</summary>
    public static string? Input(DateTimeOffset? moment) => moment is { } known ? Moments.Second(known) : null;

    public static AuditQuery Parse(IQueryCollection query)
    {
        List<string> rejected = [];
        return new AuditQuery
        {
            From = Moment("from"),
            Until = Moment("until"),
            Actor = Text("actor"),
            Action = Text("action") is { } action ? Known("action", action, AuditAction.All.FirstOrDefault(action.Equals)) : null,
            Result = Text("result") is { } result
                ? Known("result", result, Results.Cast<AuditResult?>().FirstOrDefault(each => NameOf(each!.Value) == result))
                : null,
            Target = Text("target"),
            Below = Number("below"),
            Above = Number("above"),
            Rejected = rejected,
        };

        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

        T? Known<T>(string name, string text, T? found)
        {
            if (found is null)
            {
                rejected.Add(name);
            }

            return found;
        }

        DateTimeOffset? Moment(string name) => Text(name) is { } text
            ? Known<DateTimeOffset?>(name, text, DateTime.TryParseExact(
                text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) && local.Year is > 1 and < 9999
                    ? new DateTimeOffset(local, Moments.ChinaOffset)
                    : null)
            : null;

        long? Number(string name) => Text(name) is { } text
            ? Known<long?>(name, text, long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? number
                : null)
            : null;
    }

    public AuditSearch ToSearch() => new()
    {
        From = From, Until = Until, Actor = Actor, Action = Action, Result = Result, Target = Target,
    };

    /// <summary>The address of a place with this question, on its first page unless an entry is named.</summary>
    public string ToAddress(string path, long? below = null, long? above = null)
    {
        QueryString query = QueryString.Empty;
        Add("from", Input(From));
        Add("until", Input(Until));
        Add("actor", Actor);
        Add("action", Action);
        Add("result", Result is { } result ? NameOf(result) : null);
        Add("target", Target);
        Add("below", below?.ToString(CultureInfo.InvariantCulture));
        Add("above", above?.ToString(CultureInfo.InvariantCulture));
        return path + query.ToUriComponent();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query = query.Add(name, value);
            }
        }
    }
}
