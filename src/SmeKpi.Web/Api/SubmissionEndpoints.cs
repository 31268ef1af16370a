using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Access;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET submissions/{id} and submissions/{id}/findings: a file that arrived and what the rules had to say.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        api.MapGet("submissions/{id}", async (string id, VisibleImports imports, FilingHall hall, CancellationToken token) =>
                await FindFilingAsync(id, hall, token) is { } filing ? Results.Ok(FilingJson.Of(filing))
                    : await FindAsync(id, imports, token) is { } found ? Results.Ok(SubmissionJson.Of(found))
                    : Answers.Unknown("id", id))
            .Needs(Right.ImportsRead)
            .WithSummary("A file that was stored (its number), refused (as in refused-3) or filed by a bank (as in filing-5)")
            .Produces<SubmissionJson>()
            .Produces<FilingJson>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("submissions/{id}/findings", async (string id, VisibleImports imports, FilingHall hall, CancellationToken token) =>
                await FindFilingAsync(id, hall, token) is { } filing
                    ? Results.Ok((await hall.FindingsAsync(filing, token)).Select(FilingFindingJson.Of))
                    : await FindAsync(id, imports, token) is { } found
                    ? Results.Ok((found.Import?.Findings ?? found.Refusal!.Findings).Select(FindingJson.Of))
                    : Answers.Unknown("id", id))
            .Needs(Right.ImportsRead)
            .WithSummary("What the rules had to say about it; of a filing with the bank's reasons")
            .Produces<IReadOnlyList<FindingJson>>()
            .Produces<IReadOnlyList<FilingFindingJson>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Storage.Filings.Submission?> FindFilingAsync(string id, FilingHall hall, CancellationToken token) =>
        SubmissionNumber.TryParse(id, out SubmissionNumber number) && number.IsFiling
            ? await hall.FindAsync(number.Id, token)
            : null;

    private static async Task<Arrival?> FindAsync(string id, VisibleImports imports, CancellationToken cancellationToken)
    {
        if (!SubmissionNumber.TryParse(id, out SubmissionNumber number) || number.IsFiling)
        {
            return null;
        }

        if (number.IsRefusal)
        {
            return await imports.FindRefusalAsync(number.Id, cancellationToken) is { } refusal
                ? new Arrival(null, refusal)
                : null;
        }

        return await imports.FindAsync(number.Id, cancellationToken) is { } import ? new Arrival(import, null) : null;
    }
}

/// <summary>A file that arrived: whose, when, how much of it was new. Of a refused file nothing but its report is kept.</summary>
/// <param name="State">unreadable or rejected when refused; published otherwise, because what is stored counts at once.</param>
internal sealed record SubmissionJson(
    string Id,
    string State,
    string FileName,
    string? Layout,
    string Sha256,
    long? Bytes,
    string Received,
    string? KnownSince,
    string? By,
    int? RowsRead,
    int Stored,
    int Unchanged,
    bool? Synthetic,
    int Findings)
{
    public static SubmissionJson Of(Arrival arrival) =>
        arrival.Import is { } import ? Of(import) : Of(arrival.Refusal!);

    private static SubmissionJson Of(StoredImport import) => new(
        SubmissionNumber.OfImport(import.Id).ToString(),
        "published",
        import.FileName,
        import.Layout,
        import.Sha256,
        import.ByteLength,
        Moments.Iso(import.Received),
        Moments.Iso(import.KnownSince),
        import.Actor,
        import.RowsRead,
        import.Stored,
        import.Unchanged,
        import.Synthetic,
        import.Findings.Count);

    private static SubmissionJson Of(Refusal refusal) => new(
        SubmissionNumber.OfRefusal(refusal.Id).ToString(),
        refusal.Findings.Any(finding => finding.Severity == Severity.Unreadable) ? "unreadable" : "rejected",
        refusal.FileName,
        null,
        refusal.Sha256,
        null,
        Moments.Iso(refusal.At),
        null,
        null,
        null,
        0,
        0,
        null,
        refusal.Findings.Count);
}

/// <summary>A finding: rule, place, what was found, what was expected, and the sentence in both languages.</summary>
internal sealed record FindingJson(
    string Rule, string Severity, string? Sheet, int? Row, int? Column, string Found, string Expected, string Zh, string En)
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    public static FindingJson Of(Finding finding) => new(
        finding.Rule,
        ReadingJson.Kebab(finding.Severity),
        finding.Cell?.Sheet,
        finding.Cell?.Row,
        finding.Cell?.Column,
        finding.Found,
        finding.Expected,
        RuleMessages.Describe(finding, s_chinese),
        RuleMessages.Describe(finding, s_english));
}
