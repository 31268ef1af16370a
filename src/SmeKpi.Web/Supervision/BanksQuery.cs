using SmeKpi.Core.Supervision;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>What the address of the list of banks asks for.</summary>
/// <param name="Sort">The id of a test, code, or failed.</param>
/// <param name="IsDescending">Largest first; written as a minus sign before the name.</param>
/// <param name="Group">A type of bank or a group of one's own; null for all.</param>
/// <param name="FailedOnly">Only banks that fail a test.</param>
public sealed record BanksQuery(ViewQuery View, string Sort, bool IsDescending, string? Group, bool FailedOnly)
{
    public const string ByCode = "code";
    public const string ByFailed = "failed";

    /// <summary>Parts of the address that could not be understood.</summary>
    public IReadOnlyList<string> Rejected { get; private init; } = [];

    public static BanksQuery Parse(ViewQuery view, string? sort, string? group, string? failed)
    {
        string name = sort?.TrimStart('-') ?? "";
        bool isKnown = name is ByCode or ByFailed || BankTestCatalog.All.Any(test => test.Id == name);
        bool isYes = failed == "1";
        return new BanksQuery(
            view,
            isKnown ? name : ByCode,
            isKnown && sort!.StartsWith('-'),
            string.IsNullOrEmpty(group) ? null : group,
            isYes)
        {
            Rejected =
            [
                .. string.IsNullOrEmpty(sort) || isKnown ? Array.Empty<string>() : ["sort"],
                .. string.IsNullOrEmpty(failed) || isYes ? Array.Empty<string>() : ["failed"],
            ],
        };
    }

    /// <summary>The same list of all groups, for a group that does not exist; the page says so.</summary>
    public BanksQuery WithoutGroup() => this with { Group = null, Rejected = [.. Rejected, "group"] };

    /// <summary>The address of the same list sorted by a column, or the other way round when it is already.</summary>
    public string SortedBy(string column) =>
        ToAddress(Sort == column && !IsDescending ? "-" + column : column);

    private string ToAddress(string sort)
    {
        string address = "/banks" + View.ToAddress();
        string[] parts =
        [
            $"sort={Uri.EscapeDataString(sort)}",
            .. Group is null ? Array.Empty<string>() : [$"group={Uri.EscapeDataString(Group)}"],
            .. FailedOnly ? ["failed=1"] : Array.Empty<string>(),
        ];
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + string.Join('&', parts);
    }
}
