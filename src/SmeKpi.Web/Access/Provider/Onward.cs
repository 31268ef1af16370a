using System.Text.Encodings.Web;

namespace SmeKpi.Web.Access.Provider;

/// <summary>A page that leads on by itself.</summary>
/// <remarks>
/// It stands where a redirect would go wrong: cookies for this site alone are not sent on a way that began at the
/// provider, and a form that may only be sent to this site may not be redirected to the provider.
/// </remarks>
internal static class Onward
{
    public static IResult To(string address)
    {
        string safe = HtmlEncoder.Default.Encode(address);
        return Results.Text(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>SmeKpi</title>"
            + $"<meta http-equiv=\"refresh\" content=\"0;url={safe}\"></head>"
            + $"<body><p><a href=\"{safe}\">SmeKpi &#8594;</a></p></body></html>",
            "text/html; charset=utf-8");
    }
}
