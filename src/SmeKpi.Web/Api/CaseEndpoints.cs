using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Units;
using SmeKpi.Web.Access;
using SmeKpi.Web.Cases;

namespace SmeKpi.Web.Api;

/// <summary>GET cases and cases/{id}: supervisory cases with their steps and the figures as known then and now.</summary>
internal static class CaseEndpoints
{
    private static readonly string[] s_header =
        ["id", "bank", "subject", "title", "month", "state", "deadline", "daysLeft", "overdue", "finding", "synthetic"];

    public static void MapCases(this RouteGroupBuilder api)
    {
        api.MapGet("cases", ListAsync)
            .Needs(Right.CasesRead)
            .WithSummary("Supervisory cases, overdue ones first; JSON, or CSV by Accept: text/csv")
            .Produces<IReadOnlyList<CaseJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("cases/{id:int}", async (int id, CaseHall hall, CancellationToken token) =>
                await hall.FindAsync(id, token) is { } found
                    ? Results.Ok(CaseDetailJson.Of(found))
                    : Answers.Unknown("id", id.ToString(CultureInfo.InvariantCulture)))
            .Needs(Right.CasesRead)
            .WithSummary("One case with its steps and its figures as known then and now")
            .Produces<CaseDetailJson>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <param name="state">opened, noticed, replied, sent-back, closed, withdrawn, or overdue.</param>
    private static async Task<IResult> ListAsync(
        HttpRequest request,
        CaseHall hall,
        CancellationToken cancellationToken,
        string? bank = null,
        string? state = null,
        string? month = null)
    {
        CaseQuery query = CaseQuery.Parse(bank, state, month);
        if (query.Rejected is { } rejected)
        {
            return Answers.Wrong(rejected.Name, rejected.Found, rejected.Name == "state"
                ? string.Join(" | ", CaseNames.States.Keys.Append(CaseQuery.OverdueWord))
                : "a month, as in 2025-06");
        }

        CaseBoard board = await hall.ShowAsync(cancellationToken);
        List<CaseJson> found = [.. board.Items.Where(query.Takes).Select(CaseJson.Of)];
        return Answers.WantsCsv(request) ? Answers.Csv(CsvText.Of(s_header, found.Select(Row))) : Results.Ok(found);
    }

    private static IReadOnlyList<string?> Row(CaseJson each) =>
    [
        Text(each.Id), each.Bank, each.Subject, each.Title, each.Month, each.State, each.Deadline, Text(each.DaysLeft),
        each.Overdue ? "true" : "false", each.Finding, each.Synthetic ? "true" : "false",
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="State">opened, noticed, replied, sent-back, closed or withdrawn.</param>
/// <param name="Deadline">yyyy-MM-dd; null while the notice is a draft.</param>
/// <param name="DaysLeft">Calendar days, negative when overdue; null when no reply is owed.</param>
internal sealed record CaseJson(
    int Id,
    string Bank,
    LocalizedText BankName,
    string Subject,
    LocalizedText SubjectName,
    string? Title,
    string Month,
    string State,
    string? Deadline,
    int? DaysLeft,
    bool Overdue,
    string? Finding,
    bool Synthetic)
{
    public static CaseJson Of(CaseItem item) => new(
        item.Case.Id,
        item.Case.Bank,
        item.Bank,
        item.Case.Subject,
        item.Subject,
        item.Case.Title,
        item.Case.Month.ToString(),
        CaseNames.Of(item.Case.State),
        Day(item.Case.Deadline),
        item.DaysLeft,
        item.IsOverdue,
        item.Case.Steps[^1].Finding is { } finding ? CaseNames.Of(finding) : null,
        item.Case.Synthetic);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="KnownSince">The as-of moment that shows the figures of the notice again.</param>
internal sealed record CaseDetailJson(
    CaseJson Case, string? KnownSince, IReadOnlyList<CaseFigureJson> Figures, IReadOnlyList<CaseStepJson> Steps)
{
    public static CaseDetailJson Of(CaseView view) => new(
        CaseJson.Of(view.Item),
        view.KnownSince is { } known ? Moments.Iso(known) : null,
        [.. view.Figures.Select(figure => new CaseFigureJson(figure.Provision, CaseValueJson.Of(figure.Then), CaseValueJson.Of(figure.Now)))],
        [.. view.Case.Steps.Select(CaseStepJson.Of)]);
}

internal sealed record CaseFigureJson(string Id, CaseValueJson? Then, CaseValueJson? Now);

/// <param name="Value">A decimal number, unrounded.</param>
internal sealed record CaseValueJson(string? Value, string? Unit, string? Target, string Standing, bool Synthetic)
{
    public static CaseValueJson? Of(CaseFigure? figure) => figure is null ? null : new CaseValueJson(
        figure.Value is { } value ? Decimals.Plain(value.Number) : null,
        (figure.Value ?? figure.Target) is { } quantity ? AmountJson.UnitName(quantity.Unit) : null,
        figure.Target is { } target ? Decimals.Plain(target.Number) : null,
        ReadingJson.Kebab(figure.Standing),
        figure.Synthetic);
}

/// <param name="Act">open, rewrite, send, draft, reply, send-back, close or withdraw.</param>
internal sealed record CaseStepJson(
    int Number, string Act, string State, string At, string By, string? Role, string Text, string? Deadline, string? Finding, long? AuditNumber)
{
    public static CaseStepJson Of(CaseStep step) => new(
        step.Number,
        CaseNames.Of(step.Act),
        CaseNames.Of(step.State),
        Moments.Iso(step.At),
        step.By,
        step.Role,
        step.Text,
        CaseJson.Day(step.Deadline),
        step.Finding is { } finding ? CaseNames.Of(finding) : null,
        step.AuditNumber);
}
