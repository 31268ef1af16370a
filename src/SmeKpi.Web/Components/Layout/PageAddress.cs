using Microsoft.AspNetCore.WebUtilities;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Components.Layout;

/// <summary>Takes over what the address of a page says to the links on it.</summary>
public static class PageAddress
{
    /// <summary>The choices of month, as-of moment and area that an address carries, as a query part.</summary>
    public static string KeptChoices(string uri)
    {
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return ViewQuery.Parse(First("month"), First("asOf"), First("region")).ToAddress();

        string? First(string key) => query.TryGetValue(key, out var values) ? values.FirstOrDefault() : null;
    }

    /// <summary>Path and query of an address, to come back to.</summary>
    public static string PathAndQuery(string uri) => new Uri(uri).PathAndQuery;

    /// <returns>The address when it stays on this site, else the overview.</returns>
    public static string LocalOrHome(string? address) =>
        address is { Length: > 0 } && address[0] == '/'
        && (address.Length == 1 || (address[1] != '/' && address[1] != '\\'))
        && !address.Any(char.IsControl) ? address : "/";
}
