using System.Net;
using System.Text.RegularExpressions;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Looks through an answer for anything of another bank: its code, its names, its files.</summary>
internal sealed partial class ForeignRows
{
    private readonly string _own;
    private readonly HashSet<string> _codes;
    private readonly List<string> _names;

    public ForeignRows(DatabaseFile database, string own)
    {
        _own = own;
        IReadOnlyList<object?[]> banks = database.Rows("SELECT DISTINCT code, name_zh, name_en FROM banks");
        _codes = [.. banks.Select(bank => (string)bank[0]!).Where(code => code != own)];
        _names = [.. banks.Where(bank => (string)bank[0]! != own).SelectMany(bank => new[] { (string)bank[1]!, (string)bank[2]! })];
    }

    public IReadOnlyList<string> Codes => [.. _codes.Order(StringComparer.Ordinal)];

    /// <returns>What was found; codes that the address itself named are not counted, because answers may repeat them.</returns>
    public IReadOnlyList<string> In(string address, string answer)
    {
        string text = WebUtility.HtmlDecode(answer);
        string asked = Uri.UnescapeDataString(address);
        return
        [
            .. Code().Matches(text).Select(match => match.Value).Distinct()
                .Where(code => code != _own && _codes.Contains(code) && !asked.Contains(code, StringComparison.Ordinal)),
            .. _names.Where(name => text.Contains(name, StringComparison.Ordinal)),
        ];
    }

    [GeneratedRegex(@"D\d{3}")]
    private static partial Regex Code();
}
