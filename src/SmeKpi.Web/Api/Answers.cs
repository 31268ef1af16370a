using System.Text;

namespace SmeKpi.Web.Api;

/// <summary>JSON or CSV by Accept, and problem+json for what was asked wrongly.</summary>
internal static class Answers
{
    public static bool WantsCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value)
        .FirstOrDefault(type => type is "text/csv" or "application/json" or "*/*") == "text/csv";

    public static IResult Csv(string text) => Results.Text(text, "text/csv; charset=utf-8", Encoding.UTF8);

    public static IResult Wrong(string parameter, string found, string expected) => Results.Problem(
        title: "A parameter has the wrong form.",
        detail: $"{parameter}: '{found}'; expected {expected}.",
        statusCode: StatusCodes.Status400BadRequest);

    public static IResult Unknown(string what, string found) => Results.Problem(
        title: "Not found.", detail: $"{what}: '{found}' is not known.", statusCode: StatusCodes.Status404NotFound);
}
