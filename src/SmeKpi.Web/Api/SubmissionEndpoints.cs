using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Access;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Api;

/// <summary>GET submissions/{id} and submissions/{id}/findings: a file that was accepted and what the rules had to say.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        api.MapGet("submissions/{id:int}", async (int id, VisibleImports imports, CancellationToken cancellationToken) =>
                await imports.FindAsync(id, cancellationToken) is { } found
                    ? Results.Ok(SubmissionJson.Of(found))
                    : Unknown(id))
            .Needs(Right.ImportsRead)
            .WithSummary("A file that was accepted")
            .Produces<SubmissionJson>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("submissions/{id:int}/findings", async (int id, VisibleImports imports, CancellationToken cancellationToken) =>
                await imports.FindAsync(id, cancellationToken) is { } found
                    ? Results.Ok(found.Findings.Select(FindingJson.Of))
                    : Unknown(id))
            .Needs(Right.ImportsRead)
            .WithSummary("What the rules had to say about it")
            .Produces<IReadOnlyList<FindingJson>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Unknown(int id) => Answers.Unknown("id", id.ToString(CultureInfo.InvariantCulture));
}

/// <summary>An accepted file: whose, when, how much of it was new.</summary>
internal sealed record SubmissionJson(
    int Id,
    string FileName,
    string Layout,
    string Sha256,
    long Bytes,
    string Received,
    string KnownSince,
    string By,
    int RowsRead,
    int Stored,
    int Unchanged,
    bool Synthetic,
    int Findings)
{
    public static SubmissionJson Of(StoredImport import) => new(
        import.Id,
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
