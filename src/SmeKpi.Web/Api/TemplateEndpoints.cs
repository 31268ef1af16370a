using System.Globalization;
using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Core.Templates;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Api;

/// <summary>What banks need before they file: GET /templates/{id}, a blank file in the language asked for, and GET /rules.csv.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this WebApplication app)
    {
        app.MapGet("/rules.csv", (Law law) =>
                Results.File(Encoding.UTF8.GetBytes(law.Rules.Catalog.ToCsv()), "text/csv; charset=utf-8", "smekpi-rules.csv"))
            .Needs(Right.PolicyRead).ExcludeFromDescription();
        app.MapGet(
        "/templates/{id}", (string id, string? culture, TemplateCatalog templates) =>
            templates.Find(id) is { } template
                ? Results.File(
                    template.Make(CultureInfo.GetCultureInfo(culture == "en" ? "en" : "zh-CN")),
                    template.FileName.EndsWith(".csv", StringComparison.Ordinal)
                        ? "text/csv; charset=utf-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    template.FileName)
                : Results.NotFound())
        .Needs(Right.PolicyRead).ExcludeFromDescription();
    }
}
