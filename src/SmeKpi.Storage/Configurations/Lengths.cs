using System.Diagnostics.CodeAnalysis;

namespace SmeKpi.Storage.Configurations;

/// <summary>Longest texts in characters; SQL Server can only index columns that have a limit.</summary>
internal static class Lengths
{
    public const int Indicator = 120;
    public const int Scope = 20;
    public const int BankCode = 40;
    public const int RegionCode = 12;
    public const int Kpi = 20;
    public const int ReadingName = 40;
    public const int Version = 64;
    public const int Word = 20;
    public const int Name = 200;
    public const int FileName = 400;
    public const int Address = 2000;

    /// <summary>Shortens a text that only a person reads; codes are never cut.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
