using System.Globalization;

namespace SmeKpi.Web.Api;

/// <summary>How a file that arrived is called: "12" when it was stored, "refused-3" when not, "filing-5" when a bank filed it.</summary>
internal readonly record struct SubmissionNumber(int Id, string Prefix)
{
    private const string Refused = "refused-";
    private const string Filed = "filing-";

    public bool IsRefusal => Prefix == Refused;

    public bool IsFiling => Prefix == Filed;

    public static SubmissionNumber OfImport(int id) => new(id, string.Empty);

    public static SubmissionNumber OfRefusal(int id) => new(id, Refused);

    public static SubmissionNumber OfFiling(int id) => new(id, Filed);

    public static bool TryParse(string text, out SubmissionNumber number)
    {
        string prefix = new[] { Refused, Filed }.FirstOrDefault(each => text.StartsWith(each, StringComparison.Ordinal)) ?? string.Empty;
        bool isNumber = int.TryParse(text[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int id);
        number = new SubmissionNumber(id, prefix);
        return isNumber;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Id}");
}
