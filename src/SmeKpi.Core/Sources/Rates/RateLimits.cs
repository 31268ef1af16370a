namespace SmeKpi.Core.Sources.Rates;

/// <summary>The largest single pieces of a rate filing. A bank with more rows files them in several parts.</summary>
internal static class RateLimits
{
    public const int LargestXml = 64 * 1024 * 1024;
    public const int LargestText = 64 * 1024 * 1024;
}
