using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Promises;

namespace SmeKpi.Web.Api;

/// <summary>GET promises: what was promised in meetings, by whom, until when, and what became of it.</summary>
internal static class PromiseEndpoints
{
    private static readonly string[] s_header =
        ["id", "meeting", "madeOn", "text", "target", "measure", "ownerKind", "owner", "firstDue", "due", "state", "overdue", "synthetic"];

    public static void MapPromises(this RouteGroupBuilder api) =>
        api.MapGet("promises", ReadAsync)
            .Needs(Right.PromisesRead)
            .WithSummary("Promises made in meetings, open ones first; JSON, or CSV by Accept: text/csv")
            .Produces<IReadOnlyList<PromiseJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="target">As in M01.1 or measure:9.</param>
    /// <param name="owner">As in bank:D005, county:320904 or department:finance.</param>
    /// <param name="meeting">The number of a meeting in which it was made or followed.</param>
    private static async Task<IResult> ReadAsync(
        HttpRequest request,
        PromiseHall hall,
        CancellationToken cancellationToken,
        string? target = null,
        string? owner = null,
        string? meeting = null)
    {
        PromiseQuery query = PromiseQuery.Parse(target, owner, meeting);
        if (query.Rejected is { } rejected)
        {
            return Answers.Wrong(
                rejected.Name, rejected.Found, rejected.Name == "owner" ? "kind and code, as in bank:D005" : "a number, as in 1");
        }

        PromiseBoard board = await hall.ShowAsync(cancellationToken) ?? PromiseBoard.Empty;
        List<PromiseJson> found = [.. board.Items.Where(item => query.Takes(item.Promise)).Select(PromiseJson.Of)];
        return Answers.WantsCsv(request)
            ? Answers.Csv(CsvText.Of(s_header, found.Select(Row)))
            : Results.Ok(found);
    }

    private static IReadOnlyList<string?> Row(PromiseJson promise) =>
    [
        Text(promise.Id), Text(promise.Meeting), promise.MadeOn, promise.Text, promise.Target, Text(promise.Measure),
        promise.OwnerKind, promise.Owner, promise.FirstDue, promise.Due, promise.State, Text(promise.Overdue), Text(promise.Synthetic),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool yes) => yes ? "true" : "false";
}

/// <param name="FirstDue">yyyy-MM-dd, the date first promised.</param>
/// <param name="State">open, kept, broken or withdrawn.</param>
internal sealed record PromiseJson(
    int Id,
    int Meeting,
    string MadeOn,
    string Text,
    string? Target,
    int Measure,
    string OwnerKind,
    string Owner,
    LocalizedText OwnerName,
    string FirstDue,
    string Due,
    string State,
    bool Overdue,
    bool Synthetic,
    IReadOnlyList<PromiseStepJson> Steps)
{
    public static PromiseJson Of(PromiseItem item) => new(
        item.Promise.Id,
        item.Promise.Meeting,
        Day(item.Promise.MadeOn),
        item.Promise.Text,
        item.Promise.Topic.Target,
        item.Promise.Topic.Measure,
        ReadingJson.Kebab(item.Promise.Owner.Kind),
        item.Promise.Owner.Code,
        item.Owner,
        Day(item.Promise.FirstDue),
        Day(item.Promise.Due),
        ReadingJson.Kebab(item.Promise.State),
        item.IsOverdue,
        item.Promise.Synthetic,
        [
            .. item.Promise.Steps.Select(step => new PromiseStepJson(
                step.Meeting, Day(step.HeldOn), ReadingJson.Kebab(step.Act), step.NewDue is { } due ? Day(due) : null, step.Note)),
        ]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Act">keep, carry-over, break or withdraw.</param>
internal sealed record PromiseStepJson(int Meeting, string HeldOn, string Act, string? NewDue, string Note);
