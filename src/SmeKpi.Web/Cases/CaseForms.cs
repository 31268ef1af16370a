using SmeKpi.Core.Cases;
using SmeKpi.Core.Units;
using SmeKpi.Web.Promises;

namespace SmeKpi.Web.Cases;

/// <summary>What forms about cases send.</summary>
internal static class CaseForms
{
    /// <summary>The version of the case that the form was made from; none is never the present one.</summary>
    public static int Version(IFormCollection form) => PromiseForms.Number(form["version"]) ?? -1;

    public static CaseMove Move(CaseAct act, IFormCollection form) => new(
        act,
        form["text"].ToString(),
        PromiseForms.Day(form["deadline"]),
        CaseNames.Findings.TryGetValue(form["finding"].ToString(), out CaseFinding finding) ? finding : null);

    public static NewCase New(string bank, string subject, YearMonth? month, IFormCollection form) =>
        new(bank, subject, form["title"].ToString(), month, form["text"].ToString());
}
