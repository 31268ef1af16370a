using System.Globalization;

namespace SmeKpi.Web.Api;

/// <summary>How a file that arrived is called: "12" when it was accepted, "refused-3" when not; the two are counted apart.</summary>
internal readonly record struct SubmissionNumber(int Id, bool IsRefusal)
{
    private const string Refused = "refused-";

    public static SubmissionNumber OfImport(int id) => new(id, IsRefusal: false);

    public static SubmissionNumber OfRefusal(int id) => new(id, IsRefusal: true);

    public static bool TryParse(string text, out SubmissionNumber number)
    {
        bool isRefusal = text.StartsWith(Refused, StringComparison.Ordinal);
        bool isNumber = int.TryParse(
            isRefusal ? text[Refused.Length..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out int id);
        number = new SubmissionNumber(id, isRefusal);
        return isNumber;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsRefusal ? Refused : string.Empty)}{Id}");
}
