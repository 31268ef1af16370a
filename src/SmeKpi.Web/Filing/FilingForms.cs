using System.Globalization;

namespace SmeKpi.Web.Filing;

/// <summary>What forms about filings send.</summary>
internal static class FilingForms
{
    private const string Reason = "reason-";

    public static string ReasonName(int finding) => string.Create(CultureInfo.InvariantCulture, $"{Reason}{finding}");

    /// <summary>The reasons by the number of their finding; fields left empty are no reasons.</summary>
    public static IReadOnlyDictionary<int, string> Reasons(IFormCollection form)
    {
        Dictionary<int, string> reasons = [];
        foreach (string name in form.Keys.Where(name => name.StartsWith(Reason, StringComparison.Ordinal)))
        {
            if (int.TryParse(name[Reason.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && !string.IsNullOrWhiteSpace(form[name]))
            {
                reasons[number] = form[name].ToString();
            }
        }

        return reasons;
    }
}
