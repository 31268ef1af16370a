using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Access;
using SmeKpi.Web.Circuits;
using SmeKpi.Web.Filing;

namespace SmeKpi.Web.Api;

/// <summary>POST submissions and what may be done with one; reading them is in <see cref="SubmissionEndpoints"/>.</summary>
internal static class FilingEndpoints
{
    public static void MapFilings(this RouteGroupBuilder api)
    {
        // A browser of another site could send its visitor's cookie along; tokens are sent by nobody else.
        RouteGroupBuilder filings = api.MapGroup("submissions").AddEndpointFilter(async (context, next) =>
            OwnOrigin.IsOwn(context.HttpContext.Request.Headers.Origin, context.HttpContext.Request.Host)
                ? await next(context)
                : Results.Problem(title: "The request comes from another site.", statusCode: StatusCodes.Status403Forbidden));
        filings.MapPost("", FileAsync)
            .Needs(Right.FilingsMake)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(FilingUpload.MostBytes))
            .WithSummary("Files a return: multipart form with file, month (yyyy-MM) and, for nobody but scripts of several banks, bank")
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<FilingJson>(StatusCodes.Status202Accepted)
            .Produces<FilingJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .DisableAntiforgery();
        filings.MapPost("{id}/explanations", (string id, Reason[] reasons, FilingHall hall, CancellationToken token) =>
                ActAsync(id, number => hall.ExplainAsync(number, ToReasons(reasons), token)))
            .Needs(Right.FilingsMake).WithSummary("Gives reasons for findings, by their numbers").Acts();
        filings.MapPost("{id}/sign", (string id, FilingHall hall, CancellationToken token) =>
                ActAsync(id, number => hall.SignAsync(number, token)))
            .Needs(Right.FilingsSign).WithSummary("Signs for the bank; never with a token").Acts();
        filings.MapPost("{id}/publish", (string id, FilingHall hall, CancellationToken token) =>
                ActAsync(id, number => hall.PublishAsync(number, token)))
            .Needs(Right.FilingsPublish).WithSummary("Lets the figures count; never with a token").Acts();
        filings.MapPost("{id}/return", (string id, Reason reason, FilingHall hall, CancellationToken token) =>
                ActAsync(id, number => hall.ReturnAsync(number, reason.Text, token)))
            .Needs(Right.FilingsPublish).WithSummary("Sends a signed filing back").Acts();
        filings.MapPost("{id}/withdraw", (string id, FilingHall hall, CancellationToken token) =>
                ActAsync(id, number => hall.WithdrawAsync(number, token)))
            .Needs(Right.FilingsRead).WithSummary("Takes a filing back before it is published").Acts();
    }

    /// <summary>The bytes as they came, for people.</summary>
    public static void MapOriginals(this WebApplication app) => app.MapGet(
        "/filings/{id:int}/original", async (int id, HttpContext context, FilingHall hall) =>
            await hall.FileOfAsync(id, context.RequestAborted) is { } file
                ? Results.File(file.Content.ToArray(), "application/octet-stream", file.Name)
                : Results.NotFound())
        .Needs(Right.FilingsRead).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(HttpContext context, FilingUpload upload)
    {
        if (!context.Request.HasFormContentType)
        {
            return Answers.Wrong("Content-Type", context.Request.ContentType ?? string.Empty, "multipart/form-data");
        }

        (FilingOutcome? outcome, string? fault) = await upload.ReadAsync(context, FilingChannels.Api);
        if (fault is not null)
        {
            return Answers.Wrong(fault == "MonthMissing" ? "month" : "file", string.Empty, fault == "MonthMissing" ? "yyyy-MM" : "a file");
        }

        return outcome switch
        {
            { Submission: { } filing, AlreadyReceived: true } => Results.Ok(FilingJson.Of(filing)),
            { Submission: { } filing } => Results.Accepted($"/api/v1/submissions/{FilingJson.IdOf(filing)}", FilingJson.Of(filing)),
            _ => FilingAnswers.Refused(outcome!.Refusal!.Value),
        };
    }

    private static async Task<IResult> ActAsync(string id, Func<int, Task<FilingOutcome>> act)
    {
        if (!SubmissionNumber.TryParse(id, out SubmissionNumber number) || !number.IsFiling)
        {
            return Answers.Unknown("id", id);
        }

        FilingOutcome outcome = await act(number.Id);
        return outcome.Refusal is { } refusal ? FilingAnswers.Refused(refusal) : Results.Ok(FilingJson.Of(outcome.Submission!));
    }

    private static Dictionary<int, string> ToReasons(IEnumerable<Reason> reasons)
    {
        Dictionary<int, string> byNumber = [];
        foreach (Reason reason in reasons)
        {
            byNumber[reason.Finding] = reason.Text;
        }

        return byNumber;
    }

    private static void Acts(this RouteHandlerBuilder builder) => builder
        .Produces<FilingJson>()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <param name="Finding">The number of the finding; nothing when a filing is sent back.</param>
    internal sealed record Reason(int Finding, string Text);
}

/// <summary>Why an act on a filing was not done, as problem+json.</summary>
internal static class FilingAnswers
{
    public static IResult Refused(FilingRefusal refusal) => Results.Problem(
        title: Words(refusal),
        statusCode: refusal switch
        {
            FilingRefusal.Unknown => StatusCodes.Status404NotFound,
            FilingRefusal.NoRight or FilingRefusal.OwnFiling or FilingRefusal.OwnSignature or FilingRefusal.BankUnknown =>
                StatusCodes.Status403Forbidden,
            FilingRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
            FilingRefusal.Empty or FilingRefusal.MonthIsUnfit or FilingRefusal.ReasonIsUnfit or FilingRefusal.FindingUnknown =>
                StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status409Conflict,
        },
        extensions: new Dictionary<string, object?> { ["refusal"] = ReadingJson.Kebab(refusal) });

    private static string Words(FilingRefusal refusal) => refusal switch
    {
        FilingRefusal.Unknown => "There is no such filing.",
        FilingRefusal.NoRight => "The right is missing.",
        FilingRefusal.NotNow => "This cannot be done in the present state.",
        FilingRefusal.Blocked => "A finding that blocks is open.",
        FilingRefusal.ReasonMissing => "A finding has no reason yet.",
        FilingRefusal.ReasonIsUnfit => "A reason has 5 to 2,000 characters.",
        FilingRefusal.FindingUnknown => "There is no such finding.",
        FilingRefusal.OwnFiling => "Nobody signs what the same person has brought or explained.",
        FilingRefusal.OwnSignature => "Nobody publishes what the same person has handled.",
        FilingRefusal.NotSigned => "No second person of the bank has signed.",
        FilingRefusal.BankUnknown => "No such bank, or you do not file for it.",
        FilingRefusal.MonthIsUnfit => "month: in the future or before 2000.",
        FilingRefusal.Empty => "The file is empty.",
        FilingRefusal.TooLarge => "The file is larger than 20 MB.",
        FilingRefusal.CheckedAnew => "Checked again with new findings; the filing is open again.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}

/// <summary>A filing: whose, for which month, where it stands.</summary>
internal sealed record FilingJson(
    string Id,
    string Number,
    string State,
    string Bank,
    string Month,
    string FileName,
    string? Layout,
    string Sha256,
    long Bytes,
    string Received,
    string By,
    string Channel,
    string? SignedBy,
    string? Signed,
    string? PublishedBy,
    string? Published,
    string? Import,
    bool Synthetic)
{
    public static string IdOf(Submission filing) => SubmissionNumber.OfFiling(filing.Id).ToString();

    public static FilingJson Of(Submission filing) => new(
        IdOf(filing),
        filing.Number,
        SubmissionStates.Of(filing.State),
        filing.Bank,
        filing.Month.ToString(),
        filing.FileName,
        filing.Layout.Length == 0 ? null : filing.Layout,
        filing.Sha256,
        filing.ByteLength,
        Moments.Iso(filing.Received),
        filing.Maker,
        filing.Channel,
        filing.Signer,
        filing.Signed is { } signed ? Moments.Iso(signed) : null,
        filing.Publisher,
        filing.Published is { } published ? Moments.Iso(published) : null,
        filing.ImportId?.ToString(CultureInfo.InvariantCulture),
        filing.Synthetic);
}

/// <summary>A finding of a filing with the bank's reason.</summary>
internal sealed record FilingFindingJson(int Number, FindingJson Finding, string? Month, string? Reason, string? ReasonBy, string? Offered)
{
    public static FilingFindingJson Of(SubmissionFinding finding) => new(
        finding.Number, FindingJson.Of(finding.Finding), finding.Month?.ToString(), finding.Reason, finding.ReasonBy, finding.Offered);
}
