using System.Globalization;
using SmeKpi.Core.Promises;
using SmeKpi.Storage.Promises;

namespace SmeKpi.Web.Promises;

/// <summary>Topics, owners and days as forms and addresses write them.</summary>
internal static class PromiseForms
{
    private const string Measure = "measure:";

    private static readonly Dictionary<string, PromiseAct> s_acts = new()
    {
        ["keep"] = PromiseAct.Keep,
        ["carry-over"] = PromiseAct.CarryOver,
        ["break"] = PromiseAct.Break,
        ["withdraw"] = PromiseAct.Withdraw,
    };

    private static readonly Dictionary<string, OwnerKind> s_owners = new()
    {
        ["department"] = OwnerKind.Department, ["bank"] = OwnerKind.Bank, ["county"] = OwnerKind.County,
    };

    /// <summary>The words of the acts, in the order in which a form offers them.</summary>
    public static IReadOnlyDictionary<string, PromiseAct> Acts => s_acts;

    public static string Text(PromiseTopic topic) =>
        topic.Target ?? string.Create(CultureInfo.InvariantCulture, $"{Measure}{topic.Measure}");

    /// <summary>M01.1 or measure:9; whether there is such a one is not looked at.</summary>
    public static PromiseTopic Topic(string? text) => text?.StartsWith(Measure, StringComparison.Ordinal) == true
        ? new PromiseTopic(null, Number(text[Measure.Length..]) ?? 0)
        : new PromiseTopic(text, 0);

    public static string Text(PromiseOwner owner) => $"{Kind(owner.Kind)}:{owner.Code}";

    /// <returns>Null when the text is no kind and code, as in bank:D005.</returns>
    public static PromiseOwner? Owner(string? text) =>
        text?.Split(':', 2) is [var kind, { Length: > 0 } code] && s_owners.TryGetValue(kind, out OwnerKind owner)
            ? new PromiseOwner(owner, code)
            : null;

    /// <returns>Null when the text is no date, as in 2025-06-30.</returns>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    public static NewPromise Promise(int meeting, IFormCollection form) => new(
        meeting,
        form["text"].ToString(),
        Topic(form["topic"]),
        Owner(form["owner"]) ?? new PromiseOwner(OwnerKind.Department, string.Empty),
        Day(form["due"]));

    /// <returns>Null when the form names no act.</returns>
    public static NewStep? Step(int meeting, int promise, IFormCollection form) =>
        s_acts.TryGetValue(form["act"].ToString(), out PromiseAct act)
            ? new NewStep(
                meeting, promise, act, act == PromiseAct.CarryOver ? Day(form["due"]) : null, form["note"].ToString())
            : null;

    private static string Kind(OwnerKind kind) => s_owners.First(each => each.Value == kind).Key;
}
