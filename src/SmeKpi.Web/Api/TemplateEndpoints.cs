using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Templates;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Api;

/// <summary>GET /templates/{id}: a blank file to fill in, in the language asked for.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this WebApplication app) => app.MapGet(
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
